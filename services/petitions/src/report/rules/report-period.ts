import { Invalid } from '@everyletter/kit/errors';
import { addMonths, type LocalDate } from '@everyletter/kit/time';

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
  const first = `${from.slice(0, 7)}-01` as LocalDate;
  for (let nth = 0, month = first; month <= to; nth += 1, month = addMonths(first, nth)) months.push(month.slice(0, 7));
  return months;
}
