import { createHash } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** Requests of strangers in one window: from one address, and from all together. */
const PER_ADDRESS = 40;
const IN_ALL = 3000;
/** Milliseconds. */
const WINDOW_MS = 10 * 60_000;

/**
 * Counts what comes without an account, so that nobody can try codes: with fifty bits to a code, forty tries in ten
 * minutes are none. Kept in memory, by a hash of the address; beyond the limit everybody gets the same answer.
 */
export class StrangerLimit {
  private startedAt = 0;
  private total = 0;
  private readonly byAddress = new Map<string, number>();

  constructor(
    private readonly clock: () => Date,
    private readonly perAddress = PER_ADDRESS,
  ) {}

  /** @throws Refusal `TOO_MANY_REQUESTS` */
  count(address: string): void {
    const now = this.clock().getTime();
    if (now - this.startedAt >= WINDOW_MS || now < this.startedAt) this.begin(now);
    const key = createHash('sha256').update(address).digest('base64url');
    const made = (this.byAddress.get(key) ?? 0) + 1;
    this.byAddress.set(key, made);
    this.total += 1;
    if (made <= this.perAddress && this.total <= IN_ALL) return;
    const seconds = Math.ceil((this.startedAt + WINDOW_MS - now) / 1000);
    throw new Refusal(429, 'TOO_MANY_REQUESTS', { seconds }, { 'retry-after': String(seconds) });
  }

  private begin(now: number): void {
    this.startedAt = now;
    this.total = 0;
    this.byAddress.clear();
  }
}
