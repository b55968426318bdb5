import { type SolveOptions, solveProgram } from '@everyletter/kit/linear-program';
import { type Evaluation, evaluateRota } from '../rules/evaluate-rota.ts';
import type { Holding, Problem } from '../rules/problem.ts';
import { holdingsOf, rotaModel } from '../rules/rota-model.ts';

export interface SolvedRota {
  readonly holdings: readonly Holding[];
  readonly evaluation: Evaluation;
  /** Nothing cheaper exists; otherwise nothing cheaper than `bound` does. */
  readonly isOptimal: boolean;
  /** On the scale of the evaluation's value. */
  readonly bound: number;
  readonly isCancelled: boolean;
  readonly cpuSeconds: number;
}

/**
 * The cheapest rota, proved, or the best one found before it was ended; null when none was found by then. Every rota is
 * checked anew by the evaluator.
 * @throws Error when it breaks a hard rule, which would be a fault of the model
 */
export async function solveRota(problem: Problem, options: SolveOptions): Promise<SolvedRota | null> {
  const { values, isOptimal, bound, cpuSeconds, isCancelled } = await solveProgram(rotaModel(problem), options);
  if (!values) return null;
  const holdings = holdingsOf(problem, values);
  const evaluation = evaluateRota(problem, holdings);
  const [breach] = evaluation.breaches;
  if (breach) throw new Error(`The rota breaks ${breach.breach} on ${breach.turnKey}`);
  const reward = problem.wishes.weights.kept * evaluation.keptCount;
  return {
    holdings,
    evaluation,
    isOptimal,
    bound: isOptimal ? evaluation.value : Math.min(evaluation.value, bound + reward),
    isCancelled,
    cpuSeconds,
  };
}
