import { solveProgram } from '@everyletter/kit/linear-program';
import { evaluate } from './rules/evaluate.ts';
import { type ExactOrder, exactModel, planOf } from './rules/exact-plan.ts';
import type { FoundPlan, PlanProgress } from './search-plan.ts';

/** A guard: months of a district take seconds. */
const LIMIT_SECONDS = 600;

/**
 * Looks for the best plan until it is proved, in a thread, beginning with the one there is. What is stopped keeps the
 * best so far; a bound is only told where nothing is gained by keeping, since it would be of other costs.
 * @throws whatever broke the solver
 */
export async function provePlan(
  order: ExactOrder,
  onProgress: (progress: PlanProgress) => void,
  signal: AbortSignal,
): Promise<FoundPlan> {
  const { instance, start, keepBonus } = order;
  const model = exactModel(order);
  const first = evaluate(instance, start);
  const isComparable = keepBonus === 0;
  let widest = 0;
  const { isOptimal, values, bound } = await solveProgram(model, {
    seed: 1,
    timeLimitSeconds: LIMIT_SECONDS,
    start: Float64Array.from(model.start),
    signal,
    onProgress({ value, bound: least }) {
      if (value === null || least === null) return;
      widest = Math.max(widest, value - least);
      const done = widest > 0 ? 1 - (value - least) / widest : 0;
      const known = isComparable ? { cost: value, bound: least } : { cost: first.total, bound: null };
      onProgress({ done, openSeats: first.openSeats, ...known });
    },
  });
  const plan = values ? planOf(instance, values) : start;
  const { openSeats, total: cost } = evaluate(instance, plan);
  const least = isComparable && Number.isFinite(bound) ? Math.min(cost, isOptimal ? cost : bound) : null;
  return { plan, done: 1, openSeats, cost, bound: least, isOptimal };
}
