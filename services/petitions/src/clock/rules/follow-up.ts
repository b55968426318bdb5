import { addMonths, type LocalDate } from '@everyletter/kit/time';
import { rollForward, type WorkCalendar } from '@everyletter/kit/workdays';
import type { Period } from '../../policy-pack/rules/policy-pack.ts';

/**
 * The next day on which an unfinished matter owes an answer after one given on `after`: the three-month due day itself
 * when that is still to come, then every period from it. The anchor is never moved by a roll, only the day returned is.
 * Source: 最高人民检察院 2023-02-23 (每月后续答复); that the series begins at the due day, not a month later, is our
 * reading: an early progress answer must not open a gap of four months.
 */
export function nextFollowUpOn(
  substantiveDueOn: LocalDate,
  every: Period,
  after: LocalDate,
  calendar: WorkCalendar,
): LocalDate {
  if (every.unit !== 'MONTH') throw new RangeError('A follow-up is counted in months');
  for (let nth = 0; ; nth += 1) {
    const on = addMonths(substantiveDueOn, every.amount * nth);
    if (on > after) return rollForward(on, calendar);
  }
}
