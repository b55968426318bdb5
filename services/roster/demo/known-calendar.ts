import { isLocalDate, type LocalDate, localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { settled } from '../src/calendar/rules/next-calendar.ts';
import type { CalendarSource } from '../src/calendar/rules/working-day.ts';

const FIRST_YEAR = 2004;
/** The package answers for later years too, by guessing; nothing of them is published. */
const LAST_YEAR = 2026;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at);
/** Where the day of the notice is known for certain. */
const PUBLISHED_ON: Readonly<Record<number, LocalDate>> = { 2026: localDate('2025-11-04') };

/** The State Council's arrangements of past years and what is certain of the next: a new institution's first version. */
export function knownCalendar(): WorkCalendar {
  const calendar = {
    version: 1,
    years: new Set(YEARS),
    daysOff: known(published.holidays),
    extraWorkdays: known(published.workdays),
  };
  return settled({ calendar, sources: [], overrides: [] }).calendar;
}

export function knownSources(): CalendarSource[] {
  return YEARS.map((year) => ({
    year,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    publishedOn: PUBLISHED_ON[year] ?? null,
  }));
}

function known(days: Readonly<Record<string, string>>): ReadonlySet<LocalDate> {
  return new Set(Object.keys(days).filter((day): day is LocalDate => isLocalDate(day) && day <= `${LAST_YEAR}-12-31`));
}
