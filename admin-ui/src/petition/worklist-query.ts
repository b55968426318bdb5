import type { LocationQuery, LocationQueryRaw } from 'vue-router';
import {
  CATEGORIES,
  type Category,
  CHANNELS,
  type Channel,
  CLOCK_STATES,
  type ClockState,
  ORDERS,
  type PetitionState,
  STATES,
  TRACKS,
  type Track,
  VIEWS,
  type WorklistOrder,
  type WorklistView,
} from './kinds.ts';

/** The filter of the desk; names and values are those of `WorklistFilter` in the schema and of the address bar. */
export interface WorklistFilter {
  readonly view: WorklistView;
  readonly channels?: readonly Channel[];
  readonly categories?: readonly Category[];
  readonly tracks?: readonly Track[];
  readonly states?: readonly PetitionState[];
  readonly departmentId?: string;
  readonly ownerDepartmentId?: string;
  readonly handlerId?: string;
  readonly receivedFrom?: string;
  readonly receivedTo?: string;
  readonly proceduralState?: ClockState;
  readonly substantiveState?: ClockState;
  readonly search?: string;
  readonly figure?: string;
  readonly figureFrom?: string;
  readonly figureTo?: string;
}

/** The whole state of the worklist page. */
export interface WorklistAddress {
  readonly filter: WorklistFilter;
  readonly order: WorklistOrder;
  /** Cursor of the page, with its number for people; both absent on the first page. */
  readonly after: string | null;
  readonly page: number;
  /** Those shown, in their order; null for the usual ones. */
  readonly columns: readonly WorklistColumn[] | null;
}

/** The usual ones, then those one may add. */
export const USUAL_COLUMNS = [
  'number',
  'petitioner',
  'channel',
  'category',
  'subject',
  'handler',
  'received',
  'procedural',
  'substantive',
] as const;
export const COLUMNS = [...USUAL_COLUMNS, 'state', 'track', 'handlingDepartment'] as const;
export type WorklistColumn = (typeof COLUMNS)[number];

/** Filters that narrow the list, each with a chip of its own; the view has its tab and the search its box. */
export const CHIP_FILTERS = [
  'channels',
  'categories',
  'tracks',
  'states',
  'departmentId',
  'ownerDepartmentId',
  'handlerId',
  'receivedFrom',
  'receivedTo',
  'proceduralState',
  'substantiveState',
  'figure',
] as const;
export type ChipFilter = (typeof CHIP_FILTERS)[number];

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /^[\da-f-]{36}$/i;
const CODE = /^[A-Z][A-Z_]{1,60}$/;

/** Reads the address bar. What is not a possible value is left out, so that an old link still shows a list. */
export function parseWorklistAddress(query: LocationQuery): WorklistAddress {
  const text = (name: string) => [query[name]].flat()[0] ?? undefined;
  const matching = (name: string, form: RegExp) => (form.test(text(name) ?? '') ? text(name) : undefined);
  const listOf = <T extends string>(name: string, values: readonly T[]) => chosen(text(name)?.split(','), values);
  const oneOf = <T extends string>(name: string, values: readonly T[]) => chosen([text(name) ?? ''], values)?.[0];
  const after = text('after') ?? null;
  return {
    filter: dropAbsent({
      view: oneOf('view', VIEWS) ?? 'ALL',
      channels: listOf('channels', CHANNELS),
      categories: listOf('categories', CATEGORIES),
      tracks: listOf('tracks', TRACKS),
      states: listOf('states', STATES),
      departmentId: matching('departmentId', ID),
      ownerDepartmentId: matching('ownerDepartmentId', ID),
      handlerId: matching('handlerId', ID),
      receivedFrom: matching('receivedFrom', DAY),
      receivedTo: matching('receivedTo', DAY),
      proceduralState: oneOf('proceduralState', CLOCK_STATES),
      substantiveState: oneOf('substantiveState', CLOCK_STATES),
      search: text('search')?.trim() || undefined,
      figure: matching('figure', CODE),
      figureFrom: matching('figureFrom', DAY),
      figureTo: matching('figureTo', DAY),
    }),
    order: oneOf('order', ORDERS) ?? 'RECEIVED_NEWEST',
    after,
    page: after ? Math.max(2, Number.parseInt(text('page') ?? '2', 10) || 2) : 1,
    columns: readColumns(text('columns')),
  };
}

/** The address of a list, without what is the default. */
export function worklistQuery({ filter, order, after, page, columns }: WorklistAddress): LocationQueryRaw {
  const { view, ...narrowing } = filter;
  const written = Object.entries(narrowing).map(([name, value]) => [name, [value].flat().join(',')]);
  return {
    ...(view === 'ALL' ? {} : { view }),
    ...Object.fromEntries(written),
    ...(order === 'RECEIVED_NEWEST' ? {} : { order }),
    ...(after ? { after, page: String(page) } : {}),
    ...(columns ? { columns: columns.join(',') } : {}),
  };
}

/** The same list under another filter: from its first page. */
export function withFilter(address: WorklistAddress, change: Partial<WorklistFilter>): WorklistAddress {
  const filter = dropAbsent({ ...address.filter, ...change });
  return { ...address, filter, after: null, page: 1 };
}

/** Without one chip; the period of a figure goes with it. */
export function withoutChip(address: WorklistAddress, chip: ChipFilter): WorklistAddress {
  const period = chip === 'figure' ? { figureFrom: undefined, figureTo: undefined } : {};
  return withFilter(address, { [chip]: undefined, ...period });
}

/** The number leads to the petition, so it is never missing. */
function readColumns(written: string | undefined): WorklistColumn[] | null {
  const known = [...new Set(written?.split(',') ?? [])].filter((name): name is WorklistColumn =>
    COLUMNS.some((one) => one === name),
  );
  if (known.length === 0) return null;
  return known.includes('number') ? known : ['number', ...known];
}

function chosen<T extends string>(written: readonly string[] | undefined, values: readonly T[]): T[] | undefined {
  const known = values.filter((value) => written?.includes(value));
  return known.length > 0 ? known : undefined;
}

function dropAbsent(filter: WorklistFilter): WorklistFilter {
  const present = Object.entries(filter).filter(([, value]) => value !== undefined && [value].flat().length > 0);
  return Object.fromEntries(present) as unknown as WorklistFilter;
}
