import { Invalid } from '@everyletter/kit/errors';
import type { Recurrence } from './recurrence.ts';

/** A quarter: a rule that comes round more rarely is written as days of its own. */
const MOST_WEEKS = 13;
const NTH = new Set([1, 2, 3, 4, 5, -1]);

/** @throws Invalid `WEEKDAYS_INVALID`, `NTH_INVALID`, `NTH_NEEDS_WEEKDAY`, `EVERY_WEEKS_INVALID`, `PERIOD_REVERSED` */
export function checkRule({ weekdays, nthInMonth, everyWeeks, validFrom, validTo }: Recurrence): void {
  if (!isSet(weekdays) || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    throw new Invalid('WEEKDAYS_INVALID', { field: 'weekdays' });
  }
  if (!isSet(nthInMonth) || nthInMonth.some((n) => !NTH.has(n))) {
    throw new Invalid('NTH_INVALID', { field: 'nthInMonth' });
  }
  if (nthInMonth.length > 0 && weekdays.length === 0) throw new Invalid('NTH_NEEDS_WEEKDAY', { field: 'weekdays' });
  const isCombined = nthInMonth.length > 0 && everyWeeks !== 1;
  if (everyWeeks < 1 || everyWeeks > MOST_WEEKS || isCombined) {
    throw new Invalid('EVERY_WEEKS_INVALID', { field: 'everyWeeks', most: MOST_WEEKS });
  }
  if (validTo !== null && validTo < validFrom) throw new Invalid('PERIOD_REVERSED', { field: 'validTo' });
}

function isSet(numbers: readonly number[]): boolean {
  return new Set(numbers).size === numbers.length;
}
