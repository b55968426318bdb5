import type { Recurrence } from './recurrence.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const WORKING_WEEK = 5;

/**
 * The rule for calendar programs that speak RFC 5545. It cannot say what a holiday does, nor know a make-up day, so it
 * is for exchange only and never read back.
 */
export function rruleText({ weekdays, nthInMonth, everyWeeks, validTo }: Recurrence): string {
  const days = weekdays.length === 0 ? DAYS.slice(0, WORKING_WEEK) : weekdays.map((day) => DAYS[day - 1]);
  const until = validTo === null ? '' : `;UNTIL=${validTo.replaceAll('-', '')}`;
  if (nthInMonth.length > 0) {
    const nth = nthInMonth.flatMap((n) => days.map((day) => `${n}${day}`));
    return `FREQ=MONTHLY;BYDAY=${nth.join(',')}${until}`;
  }
  return `FREQ=WEEKLY;INTERVAL=${everyWeeks};BYDAY=${days.join(',')}${until}`;
}
