import { setTimeout as pause } from 'node:timers/promises';
import { GivenUp, type JobData } from '@everyletter/kit/jobs';
import type { SolverProgress } from '@everyletter/kit/linear-program';
import type { InInstitution } from '@everyletter/kit/subgraph';
import type { Context } from '../context.ts';
import type { Problem } from '../rota/rules/problem.ts';
import { type SolvedRota, solveRota } from '../rota/solver/solve-rota.ts';

/** Between two looks at how far it is and whether somebody wants it to end. Milliseconds. */
const LOOK_MS = 400;
/** Rotas of a year take seconds; beyond this the best one found is kept. */
const LIMIT_SECONDS = 120;

/**
 * Makes a rota in a thread of its own while this one looks on. Killed in the middle, it begins anew and ends the same.
 * @throws GivenUp when no try can help, and the plan is marked so
 */
export async function solveRotaPlan(
  { planId = '' }: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
): Promise<void> {
  const order = await inInstitution((context) => begin(planId, context));
  if (!order) return;
  try {
    const solved = await solveLookingOn(
      order,
      (progress) => inInstitution((context) => note(planId, progress, context)),
      signal,
    );
    if (signal.aborted) return;
    await inInstitution((context) => finish(planId, solved, context));
  } catch (error) {
    await inInstitution((context) => fail(planId, context));
    throw new GivenUp('ROTA_SOLVER_FAILED', { cause: error });
  }
}

interface Order {
  readonly problem: Problem;
  readonly seed: number;
}

/** `look` answers whether somebody wants it to end. */
async function solveLookingOn(
  { problem, seed }: Order,
  look: (progress: SolverProgress) => Promise<boolean>,
  signal: AbortSignal,
): Promise<SolvedRota | null> {
  const ending = new AbortController();
  const unknown: SolverProgress = { value: null, bound: null };
  /** With rewards for what is kept, the solver's own numbers are on another scale. */
  const isComparable = problem.kept.length === 0;
  let progress = unknown;
  const solving = solveRota(problem, {
    seed,
    timeLimitSeconds: LIMIT_SECONDS,
    signal: AbortSignal.any([signal, ending.signal]),
    onProgress: (latest) => {
      progress = isComparable ? latest : unknown;
    },
  });
  const ended = solving.then(
    () => true,
    () => true,
  );
  while (!(await Promise.race([ended, pause(LOOK_MS, false)]))) {
    if (await look(progress)) ending.abort();
  }
  return solving;
}

/** Null when there is nothing to do any more. */
async function begin(id: string, { rotas, em }: Context): Promise<Order | null> {
  const plan = await rotas.changePlan(id, null);
  if (!plan.isUnfinished()) return null;
  plan.state = 'SOLVING';
  await em.flush();
  return { problem: plan.problem, seed: plan.seed };
}

async function note(id: string, { value, bound }: SolverProgress, { em }: Context): Promise<boolean> {
  const [row] = await em.execute<{ cancel_requested: boolean }[]>(
    `update roster.rota_plan set value = coalesce(?::int, value), bound = coalesce(?::numeric, bound)
     where id = ? and state = 'SOLVING' returning cancel_requested`,
    [value === null ? null : Math.round(value), bound, id],
  );
  return row?.cancel_requested ?? true;
}

async function finish(id: string, solved: SolvedRota | null, { rotas, em }: Context): Promise<void> {
  const plan = await rotas.changePlan(id, null);
  if (plan.isUnfinished()) plan.finish(solved);
  await em.flush();
}

async function fail(id: string, { rotas, em }: Context): Promise<void> {
  const plan = await rotas.changePlan(id, null);
  if (plan.isUnfinished()) plan.fail('ROTA_SOLVER_FAILED');
  await em.flush();
}
