import { Invalid, RuleBroken } from '@everyletter/kit/errors';

export const DutyStatus = {
  PUBLISHED: 'PUBLISHED',
  CONFIRMED: 'CONFIRMED',
  DECLINED: 'DECLINED',
  CANCELLED: 'CANCELLED',
} as const;
export type DutyStatus = (typeof DutyStatus)[keyof typeof DutyStatus];

/** What of a duty decides what may become of it. */
export interface DutyFacts {
  readonly status: DutyStatus;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly checkedIn: boolean;
}

const MS_PER_HOUR = 3_600_000;

/** Whether it holds its seat. */
export function isHeld({ status }: Pick<DutyFacts, 'status'>): boolean {
  return status === 'PUBLISHED' || status === 'CONFIRMED';
}

/** Whole hours left before it begins; negative once it has begun. */
export function hoursBefore({ startsAt }: Pick<DutyFacts, 'startsAt'>, now: Date): number {
  return Math.floor((startsAt.getTime() - now.getTime()) / MS_PER_HOUR);
}

/** @throws RuleBroken `DUTY_NOT_HELD`, `DUTY_HAS_BEGUN` */
export function checkBeforehand(duty: DutyFacts, now: Date): void {
  if (!isHeld(duty)) throw new RuleBroken('DUTY_NOT_HELD');
  if (now >= duty.startsAt) throw new RuleBroken('DUTY_HAS_BEGUN');
}

/** Declining tells why, and is possible until it begins: whoever falls ill does not know a day before. */
export function checkDecline(duty: DutyFacts, reason: string | null, now: Date): void {
  checkBeforehand(duty, now);
  if (!reason) throw new Invalid('FIELD_NEEDED', { field: 'reason' });
}

/**
 * A swap is told some hours before, so that it can be answered and approved; after that only declining is left.
 * @throws RuleBroken `SWAP_TOO_LATE`
 */
export function checkSwapNotice(duty: DutyFacts, noticeHours: number, now: Date): void {
  checkBeforehand(duty, now);
  if (hoursBefore(duty, now) < noticeHours) throw new RuleBroken('SWAP_TOO_LATE', { noticeHours });
}
