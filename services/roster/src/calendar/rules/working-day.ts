import { Invalid } from '@everyletter/kit/errors';
import { addDays, daysBetween, type LocalDate, parts, weekday } from '@everyletter/kit/time';
import { isPublished, isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';

export const DayKind = {
  WORKDAY: 'WORKDAY',
  WEEKEND: 'WEEKEND',
  DAY_OFF: 'DAY_OFF',
  EXTRA_WORKDAY: 'EXTRA_WORKDAY',
} as const;
export type DayKind = (typeof DayKind)[keyof typeof DayKind];

/** The notice a year follows. */
export interface CalendarSource {
  readonly year: number;
  readonly title: string;
  readonly publishedOn: LocalDate | null;
}

export interface WorkingDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly working: boolean;
  /** Read off the weekday alone, since the year's arrangement is not published. */
  readonly provisional: boolean;
  readonly source: string;
}

/** Keeps one answer small; not a rule of the domain. Calendar days. */
const RANGE_MAX_DAYS = 400;

/**
 * Every day from `from` to `to`, both included.
 * @throws Invalid `PERIOD_REVERSED`, `DAYS_TOO_MANY`
 */
export function daysFrom(from: LocalDate, to: LocalDate): LocalDate[] {
  checkRange(from, to);
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
}

/** @throws Invalid `PERIOD_REVERSED`, `DAYS_TOO_MANY` */
export function checkRange(from: LocalDate, to: LocalDate): void {
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field: 'to' });
  if (daysBetween(from, to) > RANGE_MAX_DAYS) {
    throw new Invalid('DAYS_TOO_MANY', { field: 'to', maxDays: RANGE_MAX_DAYS });
  }
}

/** What a day is, and by which notice. Source: 国务院办公厅关于部分节假日安排的通知, one a year. */
export function workingDay(date: LocalDate, calendar: WorkCalendar, sources: readonly CalendarSource[]): WorkingDay {
  const { year } = parts(date);
  const notice = sources.find((source) => source.year === year);
  const provisional = !isPublished(date, calendar);
  const guessed = `${year}年部分节假日安排尚未公布，暂按星期推算`;
  return {
    date,
    kind: kindOf(date, calendar),
    working: isWorkday(date, calendar),
    provisional,
    source: provisional ? guessed : (notice?.title ?? `工作日历第${calendar.version}版`),
  };
}

/** A holiday that falls on a weekend is a day off too; it matters to nobody but the calendar's reader. */
function kindOf(date: LocalDate, calendar: WorkCalendar): DayKind {
  if (calendar.extraWorkdays.has(date)) return 'EXTRA_WORKDAY';
  if (calendar.daysOff.has(date)) return 'DAY_OFF';
  return weekday(date) >= 6 ? 'WEEKEND' : 'WORKDAY';
}
