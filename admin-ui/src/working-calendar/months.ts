import type { ShownDay } from './calendar-query.ts';

export interface Month {
  readonly number: number;
  /** Weeks from Monday; null where another month has the day. */
  readonly weeks: readonly (readonly (ShownDay | null)[])[];
  readonly working: number;
}

/** The months of the days, which are of one year and in order. */
export function monthsOf(days: readonly ShownDay[]): Month[] {
  const byMonth = Map.groupBy(days, ({ date }) => Number(date.slice(5, 7)));
  return [...byMonth].map(([number, own]) => ({ number, weeks: weeksOf(own), working: own.filter(isWorked).length }));
}

export const isWorked = ({ kind }: ShownDay): boolean => kind === 'WORKDAY' || kind === 'EXTRA_WORKDAY';

function weeksOf(days: readonly ShownDay[]): (ShownDay | null)[][] {
  const [first] = days;
  const before = first ? (new Date(first.date).getUTCDay() + 6) % 7 : 0;
  const cells: (ShownDay | null)[] = [...Array.from({ length: before }, () => null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7));
}
