import { Invalid } from '@everyletter/kit/errors';
import { addDays, addMonths, type LocalDate } from '@everyletter/kit/time';

/** Both days included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * A period a report may be asked for: at most `maxMonths` long.
 * @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG`
 */
export function reportPeriod({ from, to }: Period, maxMonths: number): Period {
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field: 'period.to' });
  if (to >= addMonths(from, maxMonths)) throw new Invalid('PERIOD_TOO_LONG', { field: 'period', maxMonths });
  return { from, to };
}

/** Every month the period touches, `YYYY-MM`, in order. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  const first = firstOf(from);
  for (let nth = 0, month = first; month <= to; nth += 1, month = addMonths(first, nth)) months.push(month.slice(0, 7));
  return months;
}

export interface Months {
  /** From a first of a month to a last. */
  readonly months: Period | null;
  readonly rest: readonly Period[];
}

/** The whole months of a period and what hangs over at either end; after `today` nothing was received. */
export function wholeMonths({ from, to }: Period, today: LocalDate): Months {
  const first = firstOf(from) === from ? from : addMonths(firstOf(from), 1);
  const next = to >= today ? addMonths(firstOf(to), 1) : firstOf(addDays(to, 1));
  if (first >= next) return { months: null, rest: [{ from, to }] };
  const rest = [
    { from, to: addDays(first, -1) },
    { from: next, to },
  ].filter((period) => period.from <= period.to);
  return { months: { from: first, to: addDays(next, -1) }, rest };
}

function firstOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 7)}-01` as LocalDate;
}
