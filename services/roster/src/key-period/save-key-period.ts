import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { KeyPeriod } from './key-period.entity.ts';
import type { RemoveKeyPeriodInput, SaveKeyPeriodInput } from './key-period.type.ts';
import { checkKeyPeriod } from './rules/check-key-period.ts';

/** Characters. */
const NAME_MAX = 40;

export async function saveKeyPeriod(input: SaveKeyPeriodInput, context: Context): Promise<void> {
  const { em, rotas, viewer, now } = context;
  const { id: givenId, version, ...rest } = input;
  const name = cleanText(rest.name, { field: 'name', min: 1, max: NAME_MAX });
  const content = { ...rest, name, minimumGrade: rest.minimumGrade ?? null };
  checkKeyPeriod(content);
  const id = givenId ?? newId(now);
  if (givenId) em.assign(await rotas.changeKeyPeriod(givenId, version ?? null), content);
  else em.persist(em.create(KeyPeriod, { id, institutionId: viewer.institutionId, ...content }));
  const { fromOn, toOn, leadersPerHalfDay } = content;
  const facts = { fromOn, toOn, leadersPerHalfDay };
  await auditChange(context, { action: 'SAVE_KEY_PERIOD', subjectType: 'KeyPeriod', subjectId: id, facts });
  await em.flush();
}

export async function removeKeyPeriod({ id, version }: RemoveKeyPeriodInput, context: Context): Promise<void> {
  const keyPeriod = await context.rotas.changeKeyPeriod(id, version);
  context.em.remove(keyPeriod);
  await auditChange(context, { action: 'REMOVE_KEY_PERIOD', subjectType: 'KeyPeriod', subjectId: id, facts: {} });
  await context.em.flush();
}
