import { authorize, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { LawFirm } from '../lawyer/lawyer.entity.ts';
import { canManageDuty } from '../lawyer/lawyer.policy.ts';

/** Characters. */
const NAME_MAX = 100;

/** @throws RuleBroken `FIRM_NAME_TAKEN` */
export async function addLawFirm(text: string, context: Context): Promise<LawFirm> {
  const { em, viewer, now } = context;
  authorize(canManageDuty(viewer));
  const name = await freeName(text, null, context);
  const firm = em.create(LawFirm, { id: newId(now), institutionId: viewer.institutionId, name });
  await em.flush();
  await auditChange(context, { action: 'ADD_LAW_FIRM', subjectType: 'LawFirm', subjectId: firm.id, facts: { name } });
  return firm;
}

/** @throws NotFound `FIRM_NOT_FOUND`; RuleBroken `FIRM_NAME_TAKEN` */
export async function renameLawFirm(id: string, text: string, context: Context): Promise<LawFirm> {
  const { em, viewer, duty } = context;
  authorize(canManageDuty(viewer));
  const firm = await duty.firm(id);
  if (!firm || firm.institutionId !== viewer.institutionId) throw new NotFound('FIRM_NOT_FOUND', { field: 'id' });
  firm.name = await freeName(text, id, context);
  await em.flush();
  const facts = { name: firm.name };
  await auditChange(context, { action: 'RENAME_LAW_FIRM', subjectType: 'LawFirm', subjectId: id, facts });
  return firm;
}

async function freeName(text: string, id: string | null, { firms }: Context): Promise<string> {
  const name = cleanText(text, { field: 'name', min: 2, max: NAME_MAX });
  const other = await firms.byName(name);
  if (other && other.id !== id) throw new RuleBroken('FIRM_NAME_TAKEN', { field: 'name' });
  return name;
}
