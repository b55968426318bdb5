import { Invalid } from './errors.ts';
import { addDays, addMonths, daysBetween, isLocalDate, type LocalDate } from './time.ts';

/** Both days included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A period as it is asked for: by its two days, or by the name of a month, a quarter or a year. */
export interface AskedPeriod {
  readonly from?: LocalDate | null;
  readonly to?: LocalDate | null;
  readonly month?: string | null;
  readonly quarter?: string | null;
  readonly year?: number | null;
}

/** @throws Invalid `PERIOD_UNCLEAR` when it is not given in one way, or names no month, quarter or year */
export function periodOf({ from, to, month, quarter, year }: AskedPeriod): Period {
  const named = [month, quarter, year].filter((name) => name !== null && name !== undefined);
  if (from && to && named.length === 0) return { from, to };
  if (from || to || named.length !== 1) throw new Invalid('PERIOD_UNCLEAR', { field: 'period' });
  if (month) return monthPeriod(month);
  if (quarter) return quarterPeriod(quarter);
  return monthsFrom(`${String(year).padStart(4, '0')}-01-01`, 12);
}

/** `month`: YYYY-MM. @throws Invalid `PERIOD_UNCLEAR` */
export function monthPeriod(month: string): Period {
  return monthsFrom(`${month}-01`, 1);
}

function quarterPeriod(quarter: string): Period {
  const [, year, nth] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  const first = nth ? `${year}-${String(Number(nth) * 3 - 2).padStart(2, '0')}-01` : '';
  return monthsFrom(first, 3);
}

function monthsFrom(first: string, count: number): Period {
  if (!isLocalDate(first)) throw new Invalid('PERIOD_UNCLEAR', { field: 'period' });
  return { from: first, to: addDays(addMonths(first, count), -1) };
}

/**
 * A period a report may be asked for: at most `maxMonths` long.
 * @throws Invalid as `periodOf`, `PERIOD_REVERSED`, `PERIOD_TOO_LONG`
 */
export function reportPeriod(asked: AskedPeriod, maxMonths: number): Period {
  const { from, to } = periodOf(asked);
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field: 'period.to' });
  if (to >= addMonths(from, maxMonths)) throw new Invalid('PERIOD_TOO_LONG', { field: 'period', maxMonths });
  return { from, to };
}

/** Every month the period touches, `YYYY-MM`, in order. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  const first = `${from.slice(0, 7)}-01` as LocalDate;
  for (let nth = 0, month = first; month <= to; nth += 1, month = addMonths(first, nth)) months.push(month.slice(0, 7));
  return months;
}

/** The months that lie in the period with all their days, and are over by `today`. */
export function closedMonthsOf(period: Period, today: LocalDate): string[] {
  return monthsOf(period).filter((month) => {
    const { from, to } = monthPeriod(month);
    return from >= period.from && to <= period.to && to < today;
  });
}

/** The days of the period that lie in the month. */
export function withinMonth(period: Period, month: string): Period {
  const whole = monthPeriod(month);
  return {
    from: whole.from > period.from ? whole.from : period.from,
    to: whole.to < period.to ? whole.to : period.to,
  };
}

/** As long and just before: whole months before whole months, days before days. */
export function previousPeriod({ from, to }: Period): Period {
  const before = addDays(from, -1);
  const months = monthsOf({ from, to }).length;
  const isWhole = from.endsWith('-01') && addDays(to, 1).endsWith('-01');
  return isWhole
    ? { from: addMonths(from, -months), to: before }
    : { from: addDays(from, -daysBetween(from, to) - 1), to: before };
}

/** A year earlier; a month that ends ends there too, the 29th of February or not. */
export function samePeriodLastYear({ from, to }: Period): Period {
  const isMonthEnd = addDays(to, 1).endsWith('-01');
  return {
    from: addMonths(from, -12),
    to: isMonthEnd ? addDays(addMonths(addDays(to, 1), -12), -1) : addMonths(to, -12),
  };
}
