import {
  CITY,
  DISTRICT,
  generateInstance,
  type OfficeSize,
  PROVINCE,
} from '@everyletter/stations/demo/generate-instance';
import { DutyState } from '@everyletter/stations/planning/rules/duty-state';
import { evaluate } from '@everyletter/stations/planning/rules/evaluate';
import { judge } from '@everyletter/stations/planning/rules/fill-gaps';
import { hardestSeatFirst } from '@everyletter/stations/planning/rules/first-plan';
import { emptyPlan, type Instance } from '@everyletter/stations/planning/rules/instance';
import { ResidualSearch } from '@everyletter/stations/planning/rules/residual';
import { searchPlan } from '@everyletter/stations/planning/search-plan';
import { roundRobin } from './round-robin.ts';

interface Trial {
  readonly name: string;
  readonly sizes: readonly OfficeSize[];
  readonly moves: number;
  readonly flows: number;
}

/** Five offices, each with ordinary and with tight caps. */
const DISTRICTS = [11, 21, 31, 41, 51].flatMap((seed) => [
  { ...DISTRICT, seed },
  { ...DISTRICT, seed, tightness: 0.85 },
]);
const TRIALS: readonly Trial[] = [
  { name: 'district ×10', sizes: DISTRICTS, moves: 3_000_000, flows: 50 },
  { name: 'city', sizes: [CITY], moves: 12_000_000, flows: 5 },
  { name: 'province', sizes: [PROVINCE], moves: 30_000_000, flows: 2 },
];

/** CPU seconds of this process. */
export const cpuSeconds = () => process.cpuUsage().user / 1e6;

interface Outcome {
  readonly seats: number;
  readonly open: { readonly turns: number; readonly hardest: number; readonly ours: number };
  readonly cost: { readonly turns: number; readonly hardest: number; readonly ours: number };
  readonly bound: number;
  readonly proved: number;
  readonly cpu: number;
}

/** Open seats and cost of our plan beside taking turns and hardest seat first; what is proved of it, CPU and memory. */
export function comparePlans(): void {
  console.log('month of July 2026; open seats and cost by turns ÷ hardest seat first ÷ ours');
  for (const { name, sizes, moves, flows } of TRIALS) {
    const outcomes = sizes.map((size) => tryOut(generateInstance(size), moves, flows));
    const sum = (of: (one: Outcome) => number) => outcomes.reduce((all, one) => all + of(one), 0);
    const ours = sum(({ cost }) => cost.ours);
    const worst = Math.max(...outcomes.map(({ cost, bound }) => (cost.ours - bound) / cost.ours));
    console.log(
      [
        name.padEnd(13),
        `${sum(({ seats }) => seats)} seats`,
        `open ${sum(({ open }) => open.turns)} ÷ ${sum(({ open }) => open.hardest)} ÷ ${sum(({ open }) => open.ours)}`,
        `(${sum(({ proved }) => proved)} proved unavoidable)`,
        `cost ×${(sum(({ cost }) => cost.turns) / ours).toFixed(3)} ÷ ×${(sum(({ cost }) => cost.hardest) / ours).toFixed(3)} ÷ ×1`,
        `at most ${(100 * worst).toFixed(2)} % above the optimum`,
        `${sum(({ cpu }) => cpu).toFixed(1)} CPU s`,
        `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
      ].join('  '),
    );
  }
}

function tryOut(instance: Instance, moves: number, flows: number): Outcome {
  const turns = evaluate(instance, roundRobin(instance));
  const hardest = evaluate(instance, hardestSeatFirst(instance));
  const began = cpuSeconds();
  const task = { instance, start: emptyPlan(instance), frozen: new Uint8Array(instance.seats), keepBonus: 0 };
  const found = searchPlan({ ...task, moves, flows, seed: 1 }, () => true);
  const cpu = cpuSeconds() - began;
  const ours = evaluate(instance, found.plan);
  if (ours.violations.length > 0) throw new Error(ours.violations.join());
  const state = new DutyState(instance, found.plan);
  const search = new ResidualSearch(state);
  const proved = state.openSeats().filter((seat) => judge(state, search.search(seat)) === 'UNAVOIDABLE').length;
  return {
    seats: instance.seats,
    open: { turns: turns.openSeats, hardest: hardest.openSeats, ours: ours.openSeats },
    cost: { turns: turns.total, hardest: hardest.total, ours: ours.total },
    bound: found.bound ?? 0,
    proved,
    cpu,
  };
}
