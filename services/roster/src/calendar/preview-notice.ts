import type { LocalDate } from '@everyletter/kit/time';
import { isWorkday } from '@everyletter/kit/workdays';
import type { Context } from '../context.ts';
import type { CalendarPreview } from './calendar.type.ts';
import { type GivenNotice, readArrangement } from './read-arrangement.ts';
import { changesIn, withYear } from './rules/next-calendar.ts';
import { daysFrom, workingDay } from './rules/working-day.ts';

/** @throws what {@link readArrangement} throws */
export async function previewNotice(given: GivenNotice, context: Context): Promise<CalendarPreview> {
  const { calendars, receptions, today } = context;
  const arrangement = readArrangement(given);
  const { year, title, publishedOn } = arrangement.source;
  const inForce = await calendars.current();
  const next = withYear(inForce, arrangement);
  const { calendar } = next;
  const [first, last] = [`${year}-01-01` as LocalDate, `${year}-12-31` as LocalDate];
  const from = today > first ? today : first;
  const planned = from <= last ? await receptions.between(from, last) : [];
  return {
    year,
    title,
    publishedOn,
    version: inForce.calendar.version,
    days: daysFrom(first, last).map((day) => workingDay(day, calendar, next)),
    changes: changesIn(year, inForce.calendar, calendar),
    duties: planned.filter(({ date }) => !isWorkday(date as LocalDate, calendar)),
    years: [...calendar.years],
    daysOff: [...calendar.daysOff].sort(),
    extraWorkdays: [...calendar.extraWorkdays].sort(),
  };
}
