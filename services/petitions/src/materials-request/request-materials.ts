import { authorize, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { unseal } from '@everyletter/kit/sealing';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canTriage } from '../petition/petition.policy.ts';
import type { Seen } from '../petition/triage-petition.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { MaterialsRequest } from './materials-request.entity.ts';

/** Papers asked for, and characters of each. */
const MAX_ITEMS = 20;
const ITEM_MAX = 100;

/**
 * Tells once everything that is missing. Source: 刑事诉讼规则 162; 一次性告知. The seven days run on.
 * @throws RuleBroken `MATERIALS_ALREADY_REQUESTED`, `PETITION_ALREADY_TRIAGED`; Invalid `MATERIALS_COUNT_INVALID`
 */
export async function requestMaterials(seen: Seen, items: readonly string[], context: Context): Promise<Petition> {
  const { petitions, materialsRequests, viewer, today, now, em, options } = context;
  const petition = await petitions.change(seen.petitionId, seen.version);
  authorize(canTriage(viewer, petition));
  if (petition.state === 'DISPOSED') throw new RuleBroken('PETITION_ALREADY_TRIAGED', { field: 'petitionId' });
  const told = await materialsRequests.of(petition);
  if (told) throw new RuleBroken('MATERIALS_ALREADY_REQUESTED', { field: 'items', on: told.requestedOn });
  const listed = cleanItems(items);
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const itemsSealed = sealNote(JSON.stringify(listed), itemsPlace(id), petition, options.keys);
  const by = viewer.staffId as string;
  em.persist(
    em.create(MaterialsRequest, { id, institutionId, petitionId, itemsSealed, requestedOn: today, requestedById: by }),
  );
  petition.state = 'MATERIALS_REQUESTED';
  recordEntry(petition, { kind: 'MATERIALS_REQUESTED', facts: { items: listed.length } }, context);
  await audit('REQUEST_MATERIALS', petition, context);
  await em.flush();
  return petition;
}

/** They came; the desk goes on from where it stood. @throws RuleBroken `MATERIALS_NOT_REQUESTED` */
export async function receiveMaterials(seen: Seen, context: Context): Promise<Petition> {
  const { petitions, materialsRequests, viewer, today, em } = context;
  const petition = await petitions.change(seen.petitionId, seen.version);
  authorize(canTriage(viewer, petition));
  const told = await materialsRequests.of(petition);
  if (!told || told.receivedOn) throw new RuleBroken('MATERIALS_NOT_REQUESTED', { field: 'petitionId' });
  told.receivedOn = today;
  if (petition.state === 'MATERIALS_REQUESTED') petition.state = 'REGISTERED';
  recordEntry(petition, { kind: 'MATERIALS_RECEIVED' }, context);
  await audit('RECEIVE_MATERIALS', petition, context);
  await em.flush();
  return petition;
}

export function openItems({ id, itemsSealed }: MaterialsRequest, petition: Petition, { options }: Context): string[] {
  const key = options.keys.unwrap(petition.wrappedKey, petition.institutionId, petition.id);
  return JSON.parse(unseal(itemsSealed, key, itemsPlace(id))) as string[];
}

function cleanItems(items: readonly string[]): string[] {
  const listed = items.map((item) => cleanText(item, { field: 'items', max: ITEM_MAX })).filter((item) => item !== '');
  if (listed.length < 1 || listed.length > MAX_ITEMS) {
    throw new Invalid('MATERIALS_COUNT_INVALID', { field: 'items', min: 1, max: MAX_ITEMS });
  }
  return listed;
}

function itemsPlace(requestId: string): string {
  return `materials_request.items:${requestId}`;
}

function audit(action: string, { id }: Petition, context: Context): Promise<string> {
  return auditChange(context, { action, subjectType: 'Petition', subjectId: id, facts: {} });
}
