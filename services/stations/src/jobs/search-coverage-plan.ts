import { CodedError } from '@everyletter/kit/errors';
import { GivenUp, type JobData } from '@everyletter/kit/jobs';
import type { InInstitution } from '@everyletter/kit/subgraph';
import type { Context } from '../context.ts';
import type { CoveragePlan } from '../plan/coverage-plan.entity.ts';
import { type Draft, draftOf, draftSeats } from '../plan/draft-problem.ts';
import { planInThread } from '../planning/plan-in-thread.ts';
import { DutyState } from '../planning/rules/duty-state.ts';
import { evaluate } from '../planning/rules/evaluate.ts';
import type { FoundPlan, PlanProgress } from '../planning/search-plan.ts';

/**
 * Searches for a better plan than the draft, in a thread, and writes down now and then how far it is. What is asked to
 * stop, or whose process ends, keeps the best so far. A plan that is no longer searched for is left alone.
 * @throws GivenUp when the search broke, and the plan says so
 */
export async function searchCoveragePlan(
  { planId = '' }: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<void> {
  const begun = await inInstitution(async (context) => {
    const plan = await context.coveragePlans.find(planId);
    return plan?.state === 'SOLVING' ? { plan, draft: await draftOf(plan, context) } : null;
  });
  if (!begun) return;
  try {
    const found = await search(begun, inInstitution, signal);
    await inInstitution((context) => keep(planId, begun.draft, found, context));
  } catch (error) {
    const code = error instanceof CodedError ? error.code : 'INTERNAL';
    await inInstitution(async ({ coveragePlans }) => (await coveragePlans.change(planId)).fail(code));
    throw new GivenUp(code, { cause: error });
  }
}

async function search(
  { plan, draft }: { readonly plan: CoveragePlan; readonly draft: Draft },
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<FoundPlan> {
  const { moves, flows, seed, keepBonus } = plan;
  const { instance, frozen } = draft.problem;
  const stop = new AbortController();
  let writing = Promise.resolve();
  let isWriting = false;
  const tell = (progress: PlanProgress) => {
    if (isWriting) return;
    isWriting = true;
    writing = inInstitution((context) => noteProgress(plan.id, progress, context))
      .then((isWanted) => {
        if (!isWanted) stop.abort();
      })
      .finally(() => {
        isWriting = false;
      });
  };
  const task = { instance, frozen, start: draft.state.plan, keepBonus, moves, flows, seed };
  const found = await planInThread(task, tell, AbortSignal.any([signal, stop.signal]));
  await writing;
  return found;
}

/** Whether it shall go on. */
async function noteProgress(planId: string, progress: PlanProgress, context: Context): Promise<boolean> {
  const plan = await context.coveragePlans.change(planId);
  if (plan.state === 'SOLVING') plan.note(progress);
  await context.em.flush();
  return plan.state === 'SOLVING' && !plan.stopWanted;
}

/** The plan is counted anew by somebody else before it is kept. */
async function keep(planId: string, { problem }: Draft, found: FoundPlan, context: Context): Promise<void> {
  const { violations } = evaluate(problem.instance, found.plan);
  if (violations.length > 0) throw new Error(`A plan breaks ${violations.join(', ')}`);
  const plan = await context.coveragePlans.change(planId);
  if (plan.state !== 'SOLVING') return;
  plan.finish(found);
  await context.em.flush();
  const state = new DutyState(problem.instance, found.plan);
  await context.coveragePlans.keepSeats(plan, draftSeats({ problem, state }));
}
