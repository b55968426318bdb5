import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { changeReceptionDays } from '../reception-day/change-reception-days.ts';
import { compareRota, dutiesOf } from '../rota/rules/compare-rota.ts';
import type { RotaPlan } from './rota-plan.entity.ts';
import type { PublishRotaPlanInput } from './rota-plan.inputs.ts';

/** What is past stays; only leaders whose days change are told. */
export async function publishRotaPlan(
  { id, version, acceptProvisional }: PublishRotaPlanInput,
  context: Context,
): Promise<{ rotaPlan: RotaPlan; notifiedCount: number }> {
  const { rotas, today, now, em } = context;
  const plan = await rotas.changePlan(id, version);
  plan.publish({ revision: await rotas.raiseRevision(), acceptProvisional, at: now });
  const from = (plan.fromOn > today ? plan.fromOn : today) as LocalDate;
  const period = { from, to: plan.toOn as LocalDate };
  const wanted = dutiesOf(plan.problem.turns, plan.holdings).filter(({ date }) => date >= from);
  const changes = compareRota(await rotas.duties(period), wanted);
  const notifiedCount = await changeReceptionDays(changes, context);
  const facts = { changes: changes.length, notifiedCount };
  await auditChange(context, { action: 'PUBLISH_ROTA_PLAN', subjectType: 'RotaPlan', subjectId: id, facts });
  await em.flush();
  return { rotaPlan: plan, notifiedCount };
}
