import { setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '@everyletter/kit/errors';
import { GivenUp, type JobData } from '@everyletter/kit/jobs';
import type { InInstitution } from '@everyletter/kit/subgraph';
import type { Context } from '../context.ts';
import type { CoveragePlan } from '../plan/coverage-plan.entity.ts';
import { draftOf, type PlanDraft } from '../plan/draft-problem.ts';
import { planInThread } from '../planning/plan-in-thread.ts';
import { provePlan } from '../planning/prove-plan.ts';
import { draftSeats } from '../planning/rules/draft.ts';
import { DutyState } from '../planning/rules/duty-state.ts';
import { evaluate } from '../planning/rules/evaluate.ts';
import type { FoundPlan, PlanProgress } from '../planning/search-plan.ts';

/** Between two looks at how far it is and whether somebody wants it to end. Milliseconds. */
const LOOK_MS = 400;

interface Begun {
  readonly plan: CoveragePlan;
  readonly draft: PlanDraft;
}

/**
 * Searches for a better plan than the draft, or proves the best one, in a thread, and writes down now and then how far
 * it is. What is asked to stop, or whose process ends, keeps the best so far. A plan that is no longer searched for is
 * left alone. @throws GivenUp when the search broke, and the plan says so
 */
export async function searchCoveragePlan(
  { planId = '' }: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<void> {
  const begun = await inInstitution(async (context): Promise<Begun | null> => {
    const plan = await context.coveragePlans.find(planId);
    return plan?.isSought() ? { plan, draft: await draftOf(plan, context) } : null;
  });
  if (!begun) return;
  try {
    const found = await lookingOn(begun, inInstitution, signal);
    await inInstitution((context) => keep(planId, begun.draft, found, context));
  } catch (error) {
    const code = error instanceof CodedError ? error.code : 'INTERNAL';
    await inInstitution(async (context) => {
      (await context.coveragePlans.change(planId)).fail(code);
      await context.announce('coveragePlanChanged', planId);
    });
    throw new GivenUp(code, { cause: error });
  }
}

async function lookingOn(begun: Begun, inInstitution: InInstitution<Context>, signal: AbortSignal): Promise<FoundPlan> {
  const { id } = begun.plan;
  const ending = new AbortController();
  let latest: PlanProgress | null = null;
  const run = begun.plan.state === 'PROVING' ? prove : search;
  const running = run(
    begun,
    (progress) => {
      latest = progress;
    },
    AbortSignal.any([signal, ending.signal]),
  );
  const ended = running.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, pause(LOOK_MS, false)]))) {
    if (!(await inInstitution((context) => noteProgress(id, latest, context)))) ending.abort();
  }
  return running;
}

type Tell = (progress: PlanProgress) => void;

function search({ plan, draft }: Begun, tell: Tell, signal: AbortSignal): Promise<FoundPlan> {
  const { moves, flows, seed, keepBonus } = plan;
  const { instance, frozen } = draft.problem;
  const task = { instance, frozen, start: draft.state.plan, keepBonus, moves, flows, seed };
  return planInThread(task, tell, signal);
}

function prove({ plan: { keepBonus }, draft }: Begun, tell: Tell, signal: AbortSignal): Promise<FoundPlan> {
  const { instance, frozen } = draft.problem;
  return provePlan({ instance, frozen, start: draft.state.plan, published: draft.published, keepBonus }, tell, signal);
}

/** Whether it shall go on. */
async function noteProgress(planId: string, progress: PlanProgress | null, context: Context): Promise<boolean> {
  const plan = await context.coveragePlans.change(planId);
  if (plan.isSought() && progress) {
    plan.note(progress);
    await context.announce('coveragePlanChanged', planId);
  }
  await context.em.flush();
  return plan.isSought() && !plan.stopWanted;
}

/** The plan is counted anew by somebody else before it is kept. */
async function keep(planId: string, { problem }: PlanDraft, found: FoundPlan, context: Context): Promise<void> {
  const { violations } = evaluate(problem.instance, found.plan);
  if (violations.length > 0) throw new Error(`A plan breaks ${violations.join(', ')}`);
  const plan = await context.coveragePlans.change(planId);
  if (!plan.isSought()) return;
  plan.finish(found);
  await context.em.flush();
  const state = new DutyState(problem.instance, found.plan);
  await context.coveragePlans.keepSeats(plan, draftSeats({ problem, state }));
  await context.announce('coveragePlanChanged', planId);
}
