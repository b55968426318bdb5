import { buildProblem, type ProblemOptions } from '@everyletter/roster/demo/build-problem';
import { evaluateRota } from '@everyletter/roster/rota/rules/evaluate-rota';
import { fixedOrderRota } from '@everyletter/roster/rota/rules/fixed-order';
import { type SolvedRota, solveRota } from '@everyletter/roster/rota/solver/solve-rota';

const SEEDS = [1, 2, 3];
/** A guard; each ends by proof long before. */
const LIMIT_SECONDS = 120;
export const QUARTER = { from: '2026-07-01', to: '2026-09-30' };
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

/** Rotas of a quarter and a year, proved or with their gap, beside the rota an office makes by hand. */
export async function compareRotas(): Promise<void> {
  console.log('rotas: cost of a fixed order ÷ ours, proof, CPU seconds (three seeds each)');
  for (const leaders of [8, 12]) {
    for (const [name, period] of [
      ['quarter', QUARTER],
      ['year', YEAR],
    ] as const) {
      const found = [];
      for (const seed of SEEDS) found.push(await compare({ leaders, ...period, seed }));
      const ratios = found.map(({ ratio }) => ratio.toFixed(2)).join(' ');
      const cpu = found.map(({ cpuSeconds }) => cpuSeconds.toFixed(1)).join(' ');
      const proved = found.filter(({ isOptimal }) => isOptimal).length;
      const gap = Math.max(...found.map(({ gapPercent }) => gapPercent));
      console.log(
        `${leaders} leaders, ${name}  fixed ÷ ours ${ratios}  proved ${proved} of ${found.length} (widest gap ${gap.toFixed(2)} %)  ${cpu} CPU s`,
      );
    }
  }
}

async function compare(options: ProblemOptions) {
  const problem = buildProblem(options);
  const solved = await solve(problem);
  const { value } = solved.evaluation;
  return {
    ratio: evaluateRota(problem, fixedOrderRota(problem)).value / value,
    gapPercent: solved.isOptimal ? 0 : (1 - solved.bound / value) * 100,
    isOptimal: solved.isOptimal,
    cpuSeconds: solved.cpuSeconds,
  };
}

/** @throws Error when none was found in time */
export async function solve(problem: Parameters<typeof solveRota>[0]): Promise<SolvedRota> {
  const solved = await solveRota(problem, { seed: 1, timeLimitSeconds: LIMIT_SECONDS });
  if (!solved) throw new Error('No rota was found');
  return solved;
}
