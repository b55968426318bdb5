import type { FigureCode } from './figures.ts';
import type { PetitionGrouping } from './grouping.ts';

/** A list as the address of the desk, in the order given; lists of values are joined by commas. */
export function listQuery(filter: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.map(([name, value]) => `${name}=${[value].flat().join(',')}`).join('&');
}

/** Names are those of `WorklistFilter`; the worklist page reads the same ones from its address. */
type Filter = Readonly<Record<string, string | null | undefined>>;

/** Petitions received in the period, narrowed further by `filter`. */
export function receivedListQuery(
  { from, to }: { readonly from: string; readonly to: string },
  filter: Filter = {},
): string {
  return listQuery({ ...filter, receivedFrom: from, receivedTo: to });
}

/** The list behind a figure, over days of receipt; a bound that is `null` is left open. */
export function figureListQuery(
  figure: FigureCode,
  { from, to }: { readonly from: string | null; readonly to: string | null },
  filter: Filter = {},
): string {
  return listQuery({ ...filter, figure, figureFrom: from, figureTo: to });
}

/** The filter of the worklist that narrows it to one group. */
export const GROUP_FILTERS: Readonly<Partial<Record<PetitionGrouping, string>>> = {
  CHANNEL: 'channels',
  CATEGORY: 'categories',
  TRACK: 'tracks',
  DEPARTMENT: 'ownerDepartmentId',
  HANDLER: 'handlerId',
};
