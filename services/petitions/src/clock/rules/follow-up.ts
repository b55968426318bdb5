import { addMonths, type LocalDate } from '@everyletter/kit/time';
import { isPublished, rollBack, rollForward, type WorkCalendar } from '@everyletter/kit/workdays';
import type { Period } from '../../policy-pack/rules/policy-pack.ts';
import { type Clock, type ClockEvent, type FoldTerms, foldClock } from './clock.ts';

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

/**
 * The monthly answer from its events: each answer starts the next month, the result stops it. `firstDueOn`: the day of
 * the three months before any extension, so that more time for the result never means a month without a word. What a
 * letter has promised counts when it comes before what the rule gives.
 */
export function foldFollowUp(firstDueOn: LocalDate | null, events: readonly ClockEvent[], terms: FoldTerms): Clock {
  const { pack, calendar } = terms;
  const last = events.findLastIndex(({ type }) => type === 'STARTED' || type === 'WITHDRAWN');
  const { startedOn, stoppedOn } = foldClock('FOLLOW_UP', events.slice(Math.max(0, last)), terms);
  const given = events[last];
  const promised = (given?.type === 'STARTED' && given.givenDueOn) || null;
  const ruled =
    startedOn && firstDueOn && nextFollowUpOn(firstDueOn, pack.clocks.FOLLOW_UP.period, startedOn, calendar);
  const dueOn = promised && (!ruled || promised < ruled) ? promised : ruled;
  const known = dueOn && { targetOn: rollBack(dueOn, calendar), provisional: !isPublished(dueOn, calendar) };
  return { kind: 'FOLLOW_UP', startedOn, dueOn, targetOn: null, provisional: false, stoppedOn, steps: [], ...known };
}
