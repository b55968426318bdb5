import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { ReceptionRule } from './reception-rule.entity.ts';
import type { RemoveReceptionRuleInput, SaveReceptionRuleInput } from './reception-rule.type.ts';
import { checkRule } from './rules/check-rule.ts';

/** Characters. */
const NAME_MAX = 40;

/** Rotas that are drafted keep the rules they were made from; the next one is made from these. */
export async function saveReceptionRule(input: SaveReceptionRuleInput, context: Context): Promise<void> {
  const { em, rotas, viewer, now } = context;
  const { id: givenId, version, ...rest } = input;
  const content = {
    ...rest,
    name: cleanText(rest.name, { field: 'name', min: 1, max: NAME_MAX }),
    weekdays: [...rest.weekdays].sort(),
    nthInMonth: [...rest.nthInMonth],
    validTo: rest.validTo ?? null,
  };
  checkRule(content);
  const id = givenId ?? newId(now);
  if (givenId) em.assign(await rotas.changeRule(givenId, version ?? null), content);
  else em.persist(em.create(ReceptionRule, { id, institutionId: viewer.institutionId, ...content }));
  const { span, holidayPolicy } = content;
  await auditChange(context, {
    action: 'SAVE_RECEPTION_RULE',
    subjectType: 'ReceptionRule',
    subjectId: id,
    facts: { span, holidayPolicy },
  });
  await em.flush();
}

export async function removeReceptionRule({ id, version }: RemoveReceptionRuleInput, context: Context): Promise<void> {
  const rule = await context.rotas.changeRule(id, version);
  context.em.remove(rule);
  await auditChange(context, {
    action: 'REMOVE_RECEPTION_RULE',
    subjectType: 'ReceptionRule',
    subjectId: id,
    facts: {},
  });
  await context.em.flush();
}
