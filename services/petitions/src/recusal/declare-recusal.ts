import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { type Belonging, canWorkOn, isOfficer } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { Recusal } from './recusal.entity.ts';

/** Characters. */
const REASON_MAX = 500;

export interface Declaration {
  readonly petitionId: string;
  /** Who keeps away; the viewer when null. */
  readonly staffId: string | null;
  readonly reason: string;
}

/** Anybody for themselves; the head of one of its departments, or a leader, for others. */
export function canDeclareFor(viewer: Viewer, petition: Belonging, staffId: string): boolean {
  if (!isOfficer(viewer)) return false;
  if (staffId === viewer.staffId) return true;
  return hasRole(viewer, 'LEADER') || (hasRole(viewer, 'DEPARTMENT_HEAD') && canWorkOn(viewer, petition));
}

/**
 * From the commit on they find nothing of the matter, and nobody can give it to them; what they handled is unassigned.
 * Answers whether it was for the viewer themselves. Source: 信访工作条例 28.
 * @throws Forbidden `NOT_ALLOWED`; NotFound `STAFF_NOT_FOUND`; RuleBroken `STAFF_RECUSED`
 */
export async function declareRecusal(declaration: Declaration, context: Context): Promise<Recusal> {
  const { petitions, viewer, colleagues, recusals, em } = context;
  const petition = await petitions.change(declaration.petitionId, null);
  const staffId = declaration.staffId ?? viewer.staffId ?? '';
  authorize(canDeclareFor(viewer, petition, staffId));
  const reason = cleanText(declaration.reason, { field: 'reason', min: 2, max: REASON_MAX });
  await colleagues.requireAll([staffId], 'staffId');
  await recusals.requireFree(petition.matterId, staffId, 'staffId');
  const recusal = newRecusal(petition, { staffId, reason }, context);
  await unassign(petition, staffId, context);
  await tell(recusal, petition, context);
  recordEntry(petition, { kind: 'RECUSED', facts: { staffId }, detail: reason }, context);
  await audit('DECLARE_RECUSAL', recusal, context);
  // What is changed in the viewer's own sight goes first: with the declaration it is gone from it.
  await em.flush();
  em.persist(recusal);
  await em.flush();
  return recusal;
}

/** The interest is gone, or was none. Not for those who keep away: they do not see it. */
export async function liftRecusal(recusalId: string, context: Context): Promise<Petition> {
  const { recusals, petitions, viewer, today, em } = context;
  const recusal = await recusals.get(recusalId);
  const petition = await petitions.change(recusal.petitionId, null);
  authorize(recusal.staffId !== viewer.staffId && canDeclareFor(viewer, petition, recusal.staffId));
  if (recusal.liftedOn) throw new RuleBroken('RECUSAL_LIFTED', { field: 'recusalId', on: recusal.liftedOn });
  recusal.liftedOn = today;
  recusal.liftedById = viewer.staffId;
  recordEntry(petition, { kind: 'RECUSAL_LIFTED', facts: { staffId: recusal.staffId } }, context);
  await audit('LIFT_RECUSAL', recusal, context);
  await tell(recusal, petition, context);
  await em.flush();
  return petition;
}

export function reasonPlace(recusalId: string): string {
  return `recusal.reason:${recusalId}`;
}

function newRecusal(
  petition: Petition,
  { staffId, reason }: { readonly staffId: string; readonly reason: string },
  { viewer, now, today, options }: Context,
): Recusal {
  const id = newId(now);
  const recusal = new Recusal();
  return Object.assign(recusal, {
    id,
    institutionId: petition.institutionId,
    matterId: petition.matterId,
    petitionId: petition.id,
    staffId,
    declaredById: viewer.staffId,
    declaredOn: today,
    reasonSealed: sealNote(reason, reasonPlace(id), petition, options.keys),
  });
}

/** Every petition of the matter that was theirs waits for somebody else. */
async function unassign(petition: Petition, staffId: string, { petitions }: Context): Promise<void> {
  const siblings = await petitions.ofMatter(await petitions.matterOf(petition));
  for (const one of [petition, ...siblings]) if (one.handlerId === staffId) one.handlerId = null;
}

/** Who books and plans the reception of visitors must know whom they must not be given. */
async function tell({ staffId, liftedOn }: Recusal, petition: Petition, context: Context): Promise<void> {
  const { petitions, publish, now } = context;
  const siblings = await petitions.ofMatter(await petitions.matterOf(petition));
  const petitionIds = [...new Set([petition, ...siblings].map(({ id }) => id))];
  await publish('petitions.recusal-changed', {
    version: now.getTime(),
    petitionIds,
    staffId,
    lifted: liftedOn != null,
  });
}

function audit(action: string, { id, petitionId, staffId }: Recusal, context: Context): Promise<string> {
  return auditChange(context, { action, subjectType: 'Recusal', subjectId: id, facts: { petitionId, staffId } });
}
