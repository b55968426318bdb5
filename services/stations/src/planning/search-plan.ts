import { Annealing } from './rules/anneal.ts';
import { DutyState } from './rules/duty-state.ts';
import { fillGaps } from './rules/fill-gaps.ts';
import { hardestSeatFirst } from './rules/first-plan.ts';
import type { Instance, SeatPlan } from './rules/instance.ts';
import { LowerBound } from './rules/lower-bound.ts';

/** What is asked of the planner; only numbers, so that it can be sent to a thread. */
export interface PlanTask {
  readonly instance: Instance;
  readonly start: SeatPlan;
  readonly frozen: Uint8Array;
  /** What keeping an edge of `start` saves; 0 plans anew. Below the cost of an open seat, so that no gap is kept. */
  readonly keepBonus: number;
  readonly moves: number;
  /** Flows for the bound. */
  readonly flows: number;
  readonly seed: number;
}

/** How far it is: from 0 to 1, with the best plan and the best bound so far. */
export interface PlanProgress {
  readonly done: number;
  readonly openSeats: number;
  readonly cost: number;
  readonly bound: number | null;
}

export interface FoundPlan extends PlanProgress {
  readonly plan: SeatPlan;
  /** No plan is better, published duties that stay counted in. */
  readonly isOptimal: boolean;
}

/** Moves between two words about the progress; also how soon a cancelled search ends. */
const STRETCH = 100_000;
/** Share of the work that is the search; the rest is the bound. */
const SEARCH_SHARE = 0.75;

/**
 * Plans in stretches: search, then the last pass along chains, then the bound. The caller is told after each stretch
 * and may end it there; what was best so far is the answer. The same task gives the same plan unless it is ended.
 */
export function searchPlan(task: PlanTask, goOn: (progress: PlanProgress) => boolean): FoundPlan {
  const { instance, start, frozen, moves, seed } = task;
  const bonus = bonusOf(task);
  const first = task.keepBonus > 0 ? start : hardestSeatFirst(instance, start);
  const search = new Annealing(instance, first, { moves, seed, frozen, ...(bonus ? { bonus } : {}) });
  let isWanted = true;
  while (isWanted && search.run(STRETCH)) {
    isWanted = goOn({ done: (SEARCH_SHARE * search.done) / moves, ...costOf(instance, search.best), bound: null });
  }
  const state = new DutyState(instance, search.best);
  fillGaps(state, (seat) => frozen[seat] === 1);
  const plan = state.plan;
  const { openSeats, cost } = costOf(instance, plan);
  const bound = new LowerBound(instance);
  for (let flow = 0; isWanted && flow < task.flows; flow++) {
    if (!bound.improve(cost)) break;
    const done = SEARCH_SHARE + ((1 - SEARCH_SHARE) * (flow + 1)) / task.flows;
    isWanted = goOn({ done, openSeats, cost, bound: bound.best });
  }
  const best = Number.isFinite(bound.best) ? bound.best : null;
  return { plan, done: 1, openSeats, cost, bound: best, isOptimal: false };
}

function costOf(instance: Instance, plan: SeatPlan) {
  const state = new DutyState(instance, plan);
  return { openSeats: state.openSeats().length, cost: state.cost };
}

function bonusOf({ instance, start, keepBonus }: PlanTask): Float64Array | null {
  if (keepBonus === 0) return null;
  const bonus = new Float64Array(instance.edgeLawyer.length);
  for (const edge of start) if (edge >= 0) bonus[edge] = keepBonus;
  return bonus;
}
