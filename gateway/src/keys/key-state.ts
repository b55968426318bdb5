import { Refusal } from '../http/refusal.ts';

/** What the database knows of a key that somebody shows. */
export interface ShownKey {
  readonly id: string;
  readonly account_id: string;
  readonly scopes: readonly string[];
  readonly per_hour: number;
  readonly hour_count: number;
  readonly hour_from: Date | null;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
}

const HOUR_MS = 3_600_000;

/**
 * Why a key opens nothing, told to whoever holds it.
 * @throws Refusal `API_KEY_REVOKED`, `API_KEY_EXPIRED`, `API_KEY_OVER_RATE`
 */
export function refuseUnlessGood(key: ShownKey, now: Date, counts: boolean): void {
  if (key.revoked_at) throw new Refusal(401, 'API_KEY_REVOKED', { revokedAt: key.revoked_at.toISOString() });
  if (key.expires_at <= now) throw new Refusal(401, 'API_KEY_EXPIRED', { expiredAt: key.expires_at.toISOString() });
  if (!counts || key.hour_count <= key.per_hour) return;
  const hourEnds = (key.hour_from?.getTime() ?? now.getTime()) + HOUR_MS;
  const seconds = Math.max(1, Math.ceil((hourEnds - now.getTime()) / 1000));
  const details = { limit: key.per_hour, found: key.hour_count, seconds };
  throw new Refusal(429, 'API_KEY_OVER_RATE', details, { 'retry-after': String(seconds) });
}

export type KeyState = 'ACTIVE' | 'REPLACED' | 'EXPIRED' | 'REVOKED';

export interface KeyDays {
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly replacedBy: string | null;
}

/** A replaced key goes on opening until its overlap is over. */
export function stateOf({ expiresAt, revokedAt, replacedBy }: KeyDays, now: Date): KeyState {
  if (revokedAt) return 'REVOKED';
  if (expiresAt <= now) return 'EXPIRED';
  return replacedBy ? 'REPLACED' : 'ACTIVE';
}
