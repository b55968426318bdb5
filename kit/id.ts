import { randomFillSync } from 'node:crypto';

const ID_BYTES = 16;
/** Asked of the system a thousand ids at a time: by sixteen bytes it costs more than all else an id takes. */
const pool = Buffer.alloc(1024 * ID_BYTES);
let taken = pool.length;
let lastMs = 0;
let madeInLastMs = 0;

/**
 * A UUIDv7: sorts by the time it was made, to the millisecond, and within one by the order this process made it.
 * Made here and not by the database, so that any PostgreSQL from 15 on will do. `at` is the instant the thing came
 * about. The order within a millisecond holds for 2^26 ids.
 */
export function newId(at: Date): string {
  const ms = at.getTime();
  madeInLastMs = ms === lastMs ? madeInLastMs + 1 : 0;
  lastMs = ms;
  const bytes = randomId();
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | ((madeInLastMs >>> 14) & 0x0fff), 6);
  bytes.writeUInt16BE(0x8000 | (madeInLastMs & 0x3fff), 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function randomId(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += ID_BYTES;
  return pool.subarray(taken - ID_BYTES, taken);
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the database could hold it as an id; anything else cannot exist and is answered as not found. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
