import { expect, test } from 'vitest';
import { evaluateRota } from '../src/rota/rules/evaluate-rota.ts';
import { fixedOrderRota } from '../src/rota/rules/fixed-order.ts';
import { solveRota } from '../src/rota/solver/solve-rota.ts';
import { buildProblem } from './build-problem.ts';

const OPTIONS = { seed: 1, timeLimitSeconds: 60 };
const quarter = buildProblem({ leaders: 8, from: '2026-07-01', to: '2026-09-30', seed: 1 });

test('a quarter for eight leaders is proved to be the best, and better than a fixed order', async () => {
  const solved = await solveRota(quarter, OPTIONS);
  expect(solved).toMatchObject({ isOptimal: true, isCancelled: false, evaluation: { breaches: [] } });
  const value = solved?.evaluation.value ?? 0;
  expect(solved?.bound).toBe(value);
  const byHand = evaluateRota(quarter, fixedOrderRota(quarter));
  console.log(value, byHand.value, byHand.value / value, solved?.cpuSeconds);
  expect(byHand.value / value).toBeGreaterThan(1.1);
});
