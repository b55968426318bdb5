import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/** Failures in a row before an address is locked, and for how long. */
const FREE_FAILURES = 5;
const LOCK_MINUTES = 15;
/** Each failure makes the next answer slower by this much, at most four times. Milliseconds. */
const DELAY_MS = 250;

/** Slows and stops guessing by address, the same for addresses that have no account. */
export class Guessing {
  constructor(
    private readonly pool: Pool,
    private readonly delayMs = DELAY_MS,
  ) {}

  /** Waits as the failures so far demand; `false` when the address is locked. */
  async mayTry(address: string, now: Date): Promise<boolean> {
    const { rows } = await this.pool.query<{ failures: number; last_failure_at: Date }>(
      'select failures, last_failure_at from identity.guessing where address_hash = $1',
      [hashOf(address)],
    );
    const { failures = 0, last_failure_at = now } = rows[0] ?? {};
    const isFresh = now.getTime() - last_failure_at.getTime() < LOCK_MINUTES * 60_000;
    if (!isFresh) return true;
    await new Promise((resolve) => setTimeout(resolve, Math.min(failures, 4) * this.delayMs));
    return failures < FREE_FAILURES;
  }

  async failed(address: string, now: Date): Promise<void> {
    await this.pool.query(
      `insert into identity.guessing as g values ($1, 1, $2) on conflict (address_hash) do update set
         failures = case when g.last_failure_at < $2::timestamptz - make_interval(mins => ${LOCK_MINUTES})
           then 1 else g.failures + 1 end, last_failure_at = $2`,
      [hashOf(address), now],
    );
  }

  async succeeded(address: string): Promise<void> {
    await this.pool.query('delete from identity.guessing where address_hash = $1', [hashOf(address)]);
  }
}

function hashOf(address: string): string {
  return createHash('sha256').update(address.trim().toLowerCase()).digest('base64url');
}
