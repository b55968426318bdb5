import { createHash } from 'node:crypto';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Days } from '../reception-rule/rules/recurrence.ts';
import type { Problem } from '../rota/rules/problem.ts';
import { poseProblem } from './pose-problem.ts';
import { RotaPlan } from './rota-plan.entity.ts';
import type { StartRotaPlanInput } from './rota-plan.inputs.ts';

/** Characters. */
const NAME_MAX = 40;

export async function startRotaPlan(input: StartRotaPlanInput, context: Context): Promise<RotaPlan> {
  const { from, to, keepPublished } = input;
  return keepPlan({ ...input, problem: await poseProblem({ from, to, keepPublished }, context) }, context);
}

interface Draft extends Days {
  readonly name: string;
  readonly seed: number;
  readonly problem: Problem;
}

/** Keeps what the rota is made from, and lets a job make it. The same problem and seed make the same rota. */
export async function keepPlan({ from, to, seed, problem, name }: Draft, context: Context): Promise<RotaPlan> {
  const { em, viewer, now, rotas } = context;
  const plan = em.create(RotaPlan, {
    id: newId(now),
    institutionId: viewer.institutionId,
    name: cleanText(name, { field: 'name', min: 1, max: NAME_MAX }),
    fromOn: from,
    toOn: to,
    state: 'WAITING',
    seed,
    baseRevision: await rotas.revision(),
    problem,
    inputHash: hashOf(problem),
    holdings: [],
    isOptimal: false,
    isEdited: false,
    cancelRequested: false,
    createdAt: now,
    createdById: viewer.staffId as string,
  });
  em.persist(plan);
  const keepPublished = problem.settledBefore !== null;
  const facts = { from, to, seed, keepPublished, leaders: problem.leaders.length, turns: problem.turns.length };
  await auditChange(context, { action: 'START_ROTA_PLAN', subjectType: 'RotaPlan', subjectId: plan.id, facts });
  await em.flush();
  await context.enqueue('roster.solve-rota', { planId: plan.id });
  return plan;
}

/** Two rotas with one hash were made from the same. */
function hashOf(problem: Problem): string {
  return createHash('sha256').update(JSON.stringify(problem)).digest('hex').slice(0, 16);
}
