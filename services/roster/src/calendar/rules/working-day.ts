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

/** What a day rests on. */
export const DaySource = { NOTICE: 'NOTICE', PROVISIONAL: 'PROVISIONAL', LOCAL_OVERRIDE: 'LOCAL_OVERRIDE' } as const;
export type DaySource = (typeof DaySource)[keyof typeof DaySource];

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
  /** Read off weekdays and statutory days alone, since the year's arrangement is not published. */
  readonly provisional: boolean;
  readonly sourceKind: DaySource;
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

/** Where a calendar comes from. */
export interface CalendarOrigin {
  readonly sources: readonly CalendarSource[];
  /** Days the office decided itself, with why. */
  readonly overrides: readonly { readonly date: LocalDate; readonly reason: string }[];
}

/** What a day is, and by which notice. Source: 国务院办公厅关于部分节假日安排的通知, one a year. */
export function workingDay(date: LocalDate, calendar: WorkCalendar, origin: CalendarOrigin): WorkingDay {
  const provisional = !isPublished(date, calendar);
  const kind = kindOf(date, calendar);
  return { date, kind, working: isWorkday(date, calendar), provisional, ...sourceOf(date, calendar, origin) };
}

function sourceOf(
  date: LocalDate,
  calendar: WorkCalendar,
  { sources, overrides }: CalendarOrigin,
): Pick<WorkingDay, 'source' | 'sourceKind'> {
  const { year } = parts(date);
  const decided = overrides.find((override) => override.date === date);
  if (decided) return { sourceKind: 'LOCAL_OVERRIDE', source: `本院决定：${decided.reason}` };
  if (!isPublished(date, calendar)) {
    return { sourceKind: 'PROVISIONAL', source: `${year}年部分节假日安排尚未公布，暂按法定节假日和星期推算` };
  }
  const notice = sources.find((source) => source.year === year);
  return { sourceKind: 'NOTICE', source: notice?.title ?? `工作日历第${calendar.version}版` };
}

/** A holiday that falls on a weekend is a day off too; it matters to nobody but the calendar's reader. */
export function kindOf(date: LocalDate, calendar: WorkCalendar): DayKind {
  if (calendar.extraWorkdays.has(date)) return 'EXTRA_WORKDAY';
  if (calendar.daysOff.has(date)) return 'DAY_OFF';
  return weekday(date) >= 6 ? 'WEEKEND' : 'WORKDAY';
}
