import { type Connection, pageSize, toConnection } from '@everyletter/kit/paging';
import type { Context } from '../context.ts';
import type { ListedPetition } from '../petition/listed-petition.ts';
import { lookUp, matchesOf } from './look-up.ts';
import type { WorklistFilterInput, WorklistOrder, WorklistView } from './worklist.inputs.ts';
import type { WorklistMatch } from './worklist.type.ts';
import { allOf, conditionsOf, type FilterSetting, viewCondition } from './worklist-filter.ts';

export interface WorklistRequest {
  readonly filter: WorklistFilterInput;
  readonly order: WorklistOrder;
  readonly first: number;
  readonly after: string | null;
}

/** A page of the desk with what is needed to count it later, when somebody asks. */
export interface WorklistPage extends Connection<ListedPetition> {
  readonly filter: WorklistFilterInput;
  readonly matches: readonly WorklistMatch[];
  /** More letters may hold the words than were opened. */
  readonly searchCut: boolean;
}

/** Finds one page, and says of what was searched where it was found. */
export async function searchWorklist(request: WorklistRequest, context: Context): Promise<WorklistPage> {
  const first = pageSize(request.first);
  const search = await lookUp(request.filter, context);
  const conditions = conditionsOf(request.filter, search?.condition ?? null, await settingOf(context));
  const { order, after } = request;
  const rows = await context.worklist.page({ conditions, order, first, after });
  const page = toConnection(rows, first, (petition) => context.worklist.cursorKey(petition, order));
  if (!search) return { ...page, filter: request.filter, matches: [], searchCut: false };
  const matches = page.edges.map(({ node }) => ({ petitionId: node.id, on: matchesOf(node, search, context) }));
  const edges = page.edges.filter((_, at) => matches[at]?.on.length);
  return {
    ...page,
    edges,
    filter: request.filter,
    matches: matches.filter(({ on }) => on.length > 0),
    searchCut: search.found?.cut ?? false,
  };
}

export async function countWorklist(filter: WorklistFilterInput, context: Context): Promise<number> {
  const search = await lookUp(filter, context);
  const conditions = conditionsOf(filter, search?.condition ?? null, await settingOf(context));
  return (await context.worklist.counts(conditions, { all: null })).all ?? 0;
}

/** All tabs in one statement. */
export async function countViews(filter: WorklistFilterInput, context: Context) {
  const setting = await settingOf(context);
  const search = await lookUp(filter, context);
  const shared = conditionsOf({ ...filter, view: 'ALL' }, search?.condition ?? null, setting);
  const view = (name: WorklistView) => viewCondition(name, setting);
  return context.worklist.counts(shared, {
    all: null,
    dueToday: view('DUE_TODAY'),
    dueSoon: view('DUE_SOON'),
    overdue: view('OVERDUE'),
    untriaged: view('UNTRIAGED'),
    returned: view('RETURNED'),
    superior: view('SUPERIOR'),
    mine: view('MINE'),
    answered: view('ANSWERED'),
  });
}

/** Several lists in one statement, in their order; none of them searched. */
export async function countLists(filters: readonly WorklistFilterInput[], context: Context): Promise<number[]> {
  const setting = await settingOf(context);
  const conditions = filters.map((filter) => conditionsOf(filter, null, setting));
  const each = Object.fromEntries(conditions.map((list, at) => [`list_${at}`, allOf(list)]));
  const counts = await context.worklist.counts([], each);
  return filters.map((_, at) => counts[`list_${at}`] ?? 0);
}

async function settingOf({ viewer, today, terms }: Context): Promise<FilterSetting> {
  const { pack } = await terms.current();
  return { viewer, today, warnDays: pack.warnDays };
}
