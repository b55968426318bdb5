import { addDays, type LocalDate } from '@everyletter/kit/time';
import { isPublished, rollForward, type WorkCalendar } from '@everyletter/kit/workdays';

/**
 * The last day of a period in calendar days. The day it begins is not counted; one that ends on a day off ends on the
 * first workday after it. Where the days off of that year are not published yet it stays on the raw day, the stricter
 * reading, until they are. Source: 民法典 201–203; 民事诉讼法 85.
 */
export function lastDay(from: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  return rolled(addDays(from, days), calendar);
}

/** Only ever later: a last day that was told is not taken back. */
export function rolled(day: LocalDate, calendar: WorkCalendar): LocalDate {
  return isPublished(day, calendar) ? rollForward(day, calendar) : day;
}
