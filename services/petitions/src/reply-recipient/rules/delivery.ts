import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { ReplyMeans } from '../../reply/rules/reply-kinds.ts';

/** Whom a reply goes to: the petitioner, and whoever else is answered. */
export const RecipientKind = {
  PETITIONER: 'PETITIONER',
  REPRESENTATIVE: 'REPRESENTATIVE',
  LAWYER: 'LAWYER',
  FORWARDER: 'FORWARDER',
} as const;
export type RecipientKind = (typeof RecipientKind)[keyof typeof RecipientKind];

/** 待发 · 已发出 · 已送达 · 退回 · 未送达. */
export const DeliveryState = {
  WAITING: 'WAITING',
  SENT: 'SENT',
  DELIVERED: 'DELIVERED',
  RETURNED: 'RETURNED',
  FAILED: 'FAILED',
} as const;
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState];

/** Told to their face or on the phone: it has reached them when it was said. */
const HEARD: ReadonlySet<ReplyMeans> = new Set(['ON_THE_SPOT', 'HOME_VISIT', 'PHONE'] as const);

/** How a recipient stands right after a dispatch by these means. */
export function stateAfterSending(means: ReplyMeans): DeliveryState {
  return HEARD.has(means) ? 'DELIVERED' : 'SENT';
}

/** What came of it, as the desk writes it down. */
export interface DeliveryReport {
  readonly state: DeliveryState;
  readonly on: LocalDate;
  readonly reason: string | null;
}

export interface DeliveryStanding {
  readonly state: DeliveryState;
  readonly means: ReplyMeans | null;
  readonly sentOn: LocalDate | null;
}

/**
 * Only what was sent can arrive or come back, on a day between its sending and today. A letter comes back (RETURNED);
 * a message or a page fails (FAILED); either needs what was written on it, for whoever looks for another way.
 * @throws Invalid `DELIVERY_STATE_INVALID`, `DELIVERY_IN_FUTURE`, `DELIVERY_BEFORE_SENDING`
 * @throws RuleBroken `REPLY_NOT_SENT`, `DELIVERY_REASON_NEEDED`
 */
export function checkDelivery(report: DeliveryReport, standing: DeliveryStanding, today: LocalDate): void {
  const { state, on, reason } = report;
  if (state === 'WAITING' || state === 'SENT') throw new Invalid('DELIVERY_STATE_INVALID', { field: 'state' });
  const isUnderWay = standing.state === 'SENT' || (standing.state === 'DELIVERED' && state !== 'DELIVERED');
  if (!isUnderWay || !standing.sentOn) throw new RuleBroken('REPLY_NOT_SENT', { field: 'recipientId' });
  if (on > today) throw new Invalid('DELIVERY_IN_FUTURE', { field: 'on', today });
  if (on < standing.sentOn) throw new Invalid('DELIVERY_BEFORE_SENDING', { field: 'on', sentOn: standing.sentOn });
  if (isUnreached(state) && !reason) throw new RuleBroken('DELIVERY_REASON_NEEDED', { field: 'reason' });
}

/** It came back, or never arrived. */
export function isUnreached(state: string): boolean {
  return state === 'RETURNED' || state === 'FAILED';
}

/** A reply has reached nobody when all it went to came back: then it stops no clock any more. */
export function reachedNobody(states: readonly string[]): boolean {
  const sent = states.filter((state) => state !== 'WAITING');
  return sent.length > 0 && sent.every(isUnreached);
}
