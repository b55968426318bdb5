import { type LocalDate, parts } from '@everyletter/kit/time';
import type { WorkingCalendar } from './calendar.type.ts';
import type { CalendarContent } from './rules/next-calendar.ts';

/** The State Council publishes the next year's arrangement in October or November. */
const NOTICE_DUE_MONTH = 11;

export function shownCalendar({ calendar, sources, overrides }: CalendarContent, today: LocalDate): WorkingCalendar {
  const publishedYears = [...calendar.years].sort((one, other) => one - other);
  const lastPublishedYear = publishedYears.at(-1) ?? 0;
  const { year, month } = parts(today);
  const due = month >= NOTICE_DUE_MONTH ? year + 1 : year;
  const missingYear = calendar.years.has(due) ? null : due;
  return { version: calendar.version, publishedYears, lastPublishedYear, sources, overrides, missingYear };
}
