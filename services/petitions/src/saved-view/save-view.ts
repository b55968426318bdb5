import { authorize, Forbidden, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { Context } from '../context.ts';
import type { WorklistColumn, WorklistFilterInput } from '../worklist/worklist.inputs.ts';
import { conditionsOf } from '../worklist/worklist-filter.ts';
import { SavedView } from './saved-view.entity.ts';
import { canRemoveView, canShareWith } from './saved-view.policy.ts';
import type { RemoveViewInput, SaveViewInput } from './saved-view.type.ts';

/** Characters. */
const NAME_MAX = 30;
/** As many as fit under the tabs; each is counted whenever the desk is opened. */
const VIEWS_MAX = 20;

/**
 * Keeps a list under a name.
 * @throws Invalid `SAVED_VIEW_HOLDS_SEARCH`; RuleBroken `SAVED_VIEW_NAME_TAKEN`, `SAVED_VIEWS_TOO_MANY`
 */
export async function saveView(input: SaveViewInput, context: Context): Promise<void> {
  const { em, viewer, now, savedViews } = context;
  const sharedDepartmentId = input.sharedDepartmentId ?? null;
  const ownerId = viewer.staffId;
  if (!ownerId) throw new Forbidden('NOT_ALLOWED', { field: 'saveView' });
  authorize(canShareWith(viewer, sharedDepartmentId));
  const name = cleanText(input.name, { field: 'name', min: 1, max: NAME_MAX });
  const filter = await checkedFilter(input.filter, context);
  const known = await savedViews.all();
  if (known.some((view) => view.name === name)) throw new RuleBroken('SAVED_VIEW_NAME_TAKEN', { field: 'name' });
  if (known.length >= VIEWS_MAX) throw new RuleBroken('SAVED_VIEWS_TOO_MANY', { max: VIEWS_MAX });
  const { institutionId } = viewer;
  const kept = { id: newId(now), institutionId, ownerId, sharedDepartmentId, name, filter };
  em.create(SavedView, { ...kept, sort: input.order, columns: columnsOf(input), savedAt: now });
  await em.flush();
}

export async function removeView(input: RemoveViewInput, { em, viewer, savedViews }: Context): Promise<void> {
  const view = await savedViews.change(input.id, input.version);
  authorize(canRemoveView(viewer, view));
  await em.remove(view).flush();
}

/** Only what narrows the list; ids in it are read as they will be. */
async function checkedFilter(filter: WorklistFilterInput, context: Context): Promise<Record<string, unknown>> {
  if (filter.search) throw new Invalid('SAVED_VIEW_HOLDS_SEARCH', { field: 'filter.search' });
  const { viewer, today, terms } = context;
  const { pack } = await terms.current();
  conditionsOf(filter, null, { viewer, today, warnDays: pack.warnDays });
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
}

/** Each once; none is the usual ones. */
function columnsOf({ columns }: SaveViewInput): WorklistColumn[] | null {
  const each = [...new Set(columns ?? [])];
  return each.length > 0 ? each : null;
}
