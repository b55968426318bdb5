import { addDays, type LocalDate, parts } from '@everyletter/kit/time';
import { isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import { statutoryDays } from './holidays.ts';
import { type CalendarSource, type DayKind, kindOf } from './working-day.ts';

/** A day the office works or has off against the notice: a local holiday, a day closed by order. */
export interface LocalOverride {
  readonly date: LocalDate;
  readonly working: boolean;
  readonly reason: string;
}

/** A version of the calendar with all it rests on. */
export interface CalendarContent {
  readonly calendar: WorkCalendar;
  readonly sources: readonly CalendarSource[];
  readonly overrides: readonly LocalOverride[];
}

/** What a notice arranges for one year. */
export interface YearArrangement {
  readonly source: CalendarSource;
  readonly daysOff: readonly LocalDate[];
  readonly extraWorkdays: readonly LocalDate[];
}

/** Years after the last notice for which the statutory days are set down until their notice comes. */
const PROVISIONAL_YEARS = 2;

/** The next version with a year's arrangement in the place of whatever stood there; what the office decided stays. */
export function withYear(content: CalendarContent, arrangement: YearArrangement): CalendarContent {
  const { year } = arrangement.source;
  const { calendar } = content;
  const off = new Set([...calendar.daysOff].filter((day) => parts(day).year !== year));
  const worked = new Set([...calendar.extraWorkdays].filter((day) => parts(day).year !== year));
  for (const day of arrangement.daysOff) {
    off.add(day);
    worked.delete(day);
  }
  for (const day of arrangement.extraWorkdays) worked.add(day);
  const years = new Set([...calendar.years, year]);
  const others = content.sources.filter((source) => source.year !== year);
  const sources = [...others, arrangement.source].sort((one, other) => one.year - other.year);
  const next = { version: calendar.version + 1, years, daysOff: off, extraWorkdays: worked };
  return settled({ calendar: next, sources, overrides: content.overrides });
}

/** The next version with one day decided by the office. */
export function withOverride(content: CalendarContent, override: LocalOverride): CalendarContent {
  const overrides = [...content.overrides.filter(({ date }) => date !== override.date), override];
  const calendar = { ...content.calendar, version: content.calendar.version + 1 };
  return settled({ ...content, calendar, overrides: overrides.sort((one, other) => (one.date < other.date ? -1 : 1)) });
}

/** The years to come provisionally, and last of all what the office decided. */
export function settled({ calendar, sources, overrides }: CalendarContent): CalendarContent {
  const daysOff = new Set(calendar.daysOff);
  const extraWorkdays = new Set(calendar.extraWorkdays);
  for (const year of provisionalYears(calendar.years)) for (const day of statutoryDays(year).keys()) daysOff.add(day);
  for (const { date, working } of overrides) {
    daysOff.delete(date);
    extraWorkdays.delete(date);
    if (isWorkday(date, { ...calendar, daysOff, extraWorkdays }) !== working)
      (working ? extraWorkdays : daysOff).add(date);
  }
  return { calendar: { ...calendar, daysOff, extraWorkdays }, sources, overrides };
}

/** Those after the last that is published. */
export function provisionalYears(years: ReadonlySet<number>): number[] {
  const last = Math.max(...years);
  return Array.from({ length: PROVISIONAL_YEARS }, (_, at) => last + 1 + at);
}

/** A day that is another kind of day than before. */
export interface DayChange {
  readonly date: LocalDate;
  readonly before: DayKind;
  readonly after: DayKind;
}

/** From the last day of the year before to the first of the year after: a New Year may begin early. */
export function changesIn(year: number, before: WorkCalendar, after: WorkCalendar): DayChange[] {
  const changes: DayChange[] = [];
  for (let day = `${year - 1}-12-25` as LocalDate; day <= `${year}-12-31`; day = addDays(day, 1)) {
    const change = { date: day, before: kindOf(day, before), after: kindOf(day, after) };
    if (change.before !== change.after) changes.push(change);
  }
  return changes;
}
