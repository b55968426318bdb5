import { Invalid } from '@everyletter/kit/errors';
import { type Connection, pageSize, toConnection } from '@everyletter/kit/paging';
import { cleanText } from '@everyletter/kit/text';
import type { Context } from '../context.ts';
import type { ListedPetition } from '../petition/listed-petition.ts';
import { CardOpener } from '../petitioner/sealed-card.ts';
import { type SearchTerm, searchTerm } from './rules/search-term.ts';
import type { WorklistFilterInput, WorklistOrder, WorklistView } from './worklist.inputs.ts';
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
}

/** Finds one page; a search for a person is written to the audit first, without the term. */
export async function searchWorklist(request: WorklistRequest, context: Context): Promise<WorklistPage> {
  const first = pageSize(request.first);
  const term = termOf(request.filter);
  await auditSearch(term, context);
  const conditions = conditionsOf(request.filter, term, await settingOf(context));
  const { order, after } = request;
  const rows = await context.worklist.page({ conditions, order, first, after });
  const page = toConnection(rows, first, (petition) => context.worklist.cursorKey(petition, order));
  const edges = page.edges.filter(({ node }) => !term || nameFits(node, term, context));
  return { ...page, edges, filter: request.filter };
}

export async function countWorklist(filter: WorklistFilterInput, context: Context): Promise<number> {
  const conditions = conditionsOf(filter, termOf(filter), await settingOf(context));
  return (await context.worklist.counts(conditions, { all: null })).all ?? 0;
}

/** All tabs in one statement. */
export async function countViews(filter: WorklistFilterInput, context: Context) {
  const setting = await settingOf(context);
  const shared = conditionsOf({ ...filter, view: 'ALL' }, termOf(filter), setting);
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

function termOf({ search }: WorklistFilterInput): SearchTerm | null {
  const typed = search ? cleanText(search, { field: 'filter.search', max: 100 }).trim() : '';
  if (typed === '') return null;
  const term = searchTerm(typed);
  if (!term) throw new Invalid('TEXT_TOO_SHORT', { field: 'filter.search', min: 2 });
  return term;
}

async function auditSearch(term: SearchTerm | null, { auditRead }: Context): Promise<void> {
  if (!term || term.kind === 'NUMBER') return;
  await auditRead({ action: 'SEARCH_PETITIONER', subjectType: 'Worklist', subjectId: '', facts: { by: term.kind } });
}

async function settingOf({ viewer, options, today, terms }: Context): Promise<FilterSetting> {
  const { pack } = await terms.current();
  return { viewer, keys: options.keys, today, warnDays: pack.warnDays };
}

/** Pairs may stand apart in a longer name; only the opened name decides. */
function nameFits(petition: ListedPetition, term: SearchTerm, { options: { keys } }: Context): boolean {
  if (term.kind !== 'NAME') return true;
  const { institutionId, id: petitionId } = petition;
  const opener = new CardOpener({ wrappedKey: Buffer.from(petition.wrappedKey) }, { keys, institutionId, petitionId });
  return opener.open('name', petition.nameSealed ?? null)?.includes(term.fragment) ?? false;
}
