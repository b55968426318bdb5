import { RuleBroken } from '@everyletter/kit/errors';
import type { DutyFacts } from '../../duty/rules/duty-state.ts';
import { isHeld } from '../../duty/rules/duty-state.ts';

const MS_PER_MINUTE = 60_000;

/**
 * From so many minutes before it begins until it ends; once.
 * @throws RuleBroken `DUTY_NOT_HELD`, `CHECKED_IN_BEFORE`, `CHECK_IN_TOO_EARLY`, `DUTY_IS_OVER`
 */
export function checkCheckIn(duty: DutyFacts, earlyMinutes: number, at: Date): void {
  if (!isHeld(duty)) throw new RuleBroken('DUTY_NOT_HELD');
  if (duty.checkedIn) throw new RuleBroken('CHECKED_IN_BEFORE');
  if (at.getTime() < duty.startsAt.getTime() - earlyMinutes * MS_PER_MINUTE) {
    throw new RuleBroken('CHECK_IN_TOO_EARLY', { minutes: earlyMinutes });
  }
  if (at >= duty.endsAt) throw new RuleBroken('DUTY_IS_OVER');
}

/** Whole minutes after the beginning; 0 within the minutes of grace. */
export function lateMinutes({ startsAt }: Pick<DutyFacts, 'startsAt'>, graceMinutes: number, at: Date): number {
  const minutes = Math.floor((at.getTime() - startsAt.getTime()) / MS_PER_MINUTE);
  return minutes > graceMinutes ? minutes : 0;
}
