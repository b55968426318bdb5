import { addDays, addMonths, type LocalDate } from '@everyletter/kit/time';

/** Both days included. */
interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
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
