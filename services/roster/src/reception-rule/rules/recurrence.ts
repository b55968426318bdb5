import { addDays, daysBetween, type LocalDate, parts, weekday } from '@everyletter/kit/time';
import { isPublished, isWorkday, rollForward, type WorkCalendar } from '@everyletter/kit/workdays';

export const HolidayPolicy = {
  SKIP: 'SKIP',
  NEXT_WORKING_DAY: 'NEXT_WORKING_DAY',
  SAME_WEEKDAY_NEXT_WEEK: 'SAME_WEEKDAY_NEXT_WEEK',
  KEEP: 'KEEP',
} as const;
export type HolidayPolicy = (typeof HolidayPolicy)[keyof typeof HolidayPolicy];

/** A leader takes a half-day, or one leader the whole day. */
export const Span = { MORNING: 'MORNING', AFTERNOON: 'AFTERNOON', WHOLE_DAY: 'WHOLE_DAY' } as const;
export type Span = (typeof Span)[keyof typeof Span];

/** When leaders receive, as the field writes it (每月第一、四周星期三，遇节假日顺延至次周星期三). */
export interface Recurrence {
  /** 1 = Monday … 7 = Sunday; empty: every working day, make-up days (调休上班日) included. */
  readonly weekdays: readonly number[];
  /** Which of that weekday in the month, -1 for the last; empty: all. */
  readonly nthInMonth: readonly number[];
  /** 1: every week; 2: every other week, counted from the week of `validFrom`. */
  readonly everyWeeks: number;
  readonly validFrom: LocalDate;
  /** Included; null: until changed. */
  readonly validTo: LocalDate | null;
  /** What becomes of a day that is not worked. */
  readonly holidayPolicy: HolidayPolicy;
}

/** A day the rule asks for; `plannedOn` is the one it names before a holiday moved it. */
export interface Occurrence {
  readonly date: LocalDate;
  readonly plannedOn: LocalDate;
  /** In a year without a published arrangement. */
  readonly provisional: boolean;
}

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** No holiday lasts longer than this many weeks in a row on one weekday; not a rule of the domain. */
const WEEKS_LOOKED_AHEAD = 5;
const DAYS_A_WEEK = 7;

/**
 * The days of a rule from `from` to `to`, both included, each once. A day moved by a holiday counts where it lands,
 * also when it was named before `from`. On a make-up day only rules for every working day apply, unless the day moved.
 */
export function occurrences(rule: Recurrence, { from, to }: Days, calendar: WorkCalendar): Occurrence[] {
  const found = new Map<LocalDate, Occurrence>();
  const start = addDays(from, -WEEKS_LOOKED_AHEAD * DAYS_A_WEEK);
  for (let day = start; day <= to; day = addDays(day, 1)) {
    if (!isNamed(rule, day, calendar)) continue;
    const date = settled(day, rule.holidayPolicy, calendar);
    if (date === null || date < from || date > to || found.has(date)) continue;
    found.set(date, { date, plannedOn: day, provisional: !isPublished(date, calendar) });
  }
  return [...found.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

/** Whether the rule names the day, holiday or not. */
function isNamed(rule: Recurrence, day: LocalDate, calendar: WorkCalendar): boolean {
  if (day < rule.validFrom || (rule.validTo !== null && day > rule.validTo)) return false;
  if (rule.weekdays.length === 0) return isWorkday(day, calendar) && isItsWeek(rule, day);
  return rule.weekdays.includes(weekday(day)) && isNth(rule.nthInMonth, day) && isItsWeek(rule, day);
}

function isNth(nthInMonth: readonly number[], day: LocalDate): boolean {
  if (nthInMonth.length === 0) return true;
  const isLast = parts(addDays(day, DAYS_A_WEEK)).month !== parts(day).month;
  return nthInMonth.includes(Math.ceil(parts(day).day / DAYS_A_WEEK)) || (isLast && nthInMonth.includes(-1));
}

function isItsWeek({ everyWeeks, validFrom }: Recurrence, day: LocalDate): boolean {
  if (everyWeeks === 1) return true;
  const weeks = daysBetween(mondayOf(validFrom), mondayOf(day)) / DAYS_A_WEEK;
  return weeks % everyWeeks === 0;
}

/** Where a named day is held, null when it falls away. */
function settled(day: LocalDate, policy: HolidayPolicy, calendar: WorkCalendar): LocalDate | null {
  if (isWorkday(day, calendar) || policy === 'KEEP') return day;
  if (policy === 'SKIP') return null;
  if (policy === 'NEXT_WORKING_DAY') return rollForward(day, calendar);
  for (let week = 1; week <= WEEKS_LOOKED_AHEAD; week += 1) {
    const later = addDays(day, week * DAYS_A_WEEK);
    if (isWorkday(later, calendar)) return later;
  }
  return null;
}

/** Weeks begin on Monday. */
export function mondayOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekday(day));
}
