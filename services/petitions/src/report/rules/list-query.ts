import type { FigureCode } from './figures.ts';
import type { Period } from './report-period.ts';

/** Names are those of `WorklistFilter`; the worklist page reads the same ones from its address. */
type Filter = Readonly<Record<string, string | null | undefined>>;

/** Petitions received in the period, narrowed further by `filter`. */
export function receivedListQuery({ from, to }: Period, filter: Filter = {}): string {
  return queryOf({ ...filter, receivedFrom: from, receivedTo: to });
}

/** The list behind a figure, over days of receipt; a bound that is `null` is left open. */
export function figureListQuery(figure: FigureCode, { from, to }: { from: string | null; to: string | null }): string {
  return queryOf({ figure, figureFrom: from, figureTo: to });
}

function queryOf(filter: Filter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => !!entry[1]);
  return given.map(([name, value]) => `${name}=${value}`).join('&');
}
