import { randomBytes } from 'node:crypto';

/**
 * A UUIDv7: sorts by the time it was made, to the millisecond. Made here and not by the database, so that any
 * PostgreSQL from 15 on will do. `at` is the instant the thing came about.
 */
export function newId(at: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the database could hold it as an id; anything else cannot exist and is answered as not found. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
