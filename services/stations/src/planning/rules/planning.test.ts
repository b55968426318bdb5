import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DISTRICT, generateInstance } from '../../../demo/generate-instance.ts';
import { provePlan } from '../prove-plan.ts';
import { searchPlan } from '../search-plan.ts';
import { DutyState } from './duty-state.ts';
import { evaluate } from './evaluate.ts';
import { fillGaps, judge } from './fill-gaps.ts';
import { hardestSeatFirst } from './first-plan.ts';
import { CoverageFlow } from './flow.ts';
import { emptyPlan, type Instance, type SeatPlan } from './instance.ts';
import { ResidualSearch } from './residual.ts';

/** The same cases on every run: a new counterexample is looked for by changing the number, not by chance. */
fc.configureGlobal({ seed: 20261123 });

/** A few lawyers, two halls, days on both sides of the end of a month and of a week: small enough to try everything. */
const tiny = fc
  .record({
    seats: fc.array(
      fc.record({ day: fc.nat(3), half: fc.nat(1), hall: fc.nat(1), takes: fc.integer({ min: 0, max: 7 }) }),
      {
        minLength: 2,
        maxLength: 6,
      },
    ),
    weekly: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
    monthly: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
  })
  .map(({ seats, weekly, monthly }): Instance => {
    const eligible = seats.map(({ takes }) => [0, 1, 2].filter((lawyer) => takes & (1 << lawyer)));
    const edgeStart = new Int32Array(seats.length + 1);
    eligible.forEach((own, seat) => {
      edgeStart[seat + 1] = (edgeStart[seat] as number) + own.length;
    });
    const edges = eligible.flat();
    return {
      days: 4,
      weekOf: Int32Array.from([0, 0, 1, 1]),
      monthOf: Int32Array.from([0, 1, 1, 1]),
      weeks: 2,
      months: 2,
      lawyers: 3,
      weekCap: Int32Array.from(weekly),
      monthCap: Int32Array.from(monthly),
      fairShare: new Float64Array(3).fill(2),
      earlier: new Float64Array(3),
      halls: 2,
      travel: Float64Array.from([1, 3, 2, 2, 3, 1]),
      seats: seats.length,
      seatHall: Int32Array.from(seats, ({ hall }) => hall),
      seatDay: Int32Array.from(seats, ({ day }) => day),
      seatHalf: Int32Array.from(seats, ({ half }) => half),
      seatWeight: new Int32Array(seats.length).fill(1),
      edgeStart,
      edgeLawyer: Int32Array.from(edges),
      edgeCost: Float64Array.from(edges, (lawyer, at) => (lawyer + at) % 3),
    };
  });

/** Every plan there is, counted by the evaluator alone. */
function everyPlan(instance: Instance): SeatPlan[] {
  let plans: SeatPlan[] = [emptyPlan(instance)];
  for (let seat = 0; seat < instance.seats; seat++) {
    const edges = [-1];
    for (let edge = instance.edgeStart[seat] as number; edge < (instance.edgeStart[seat + 1] as number); edge++)
      edges.push(edge);
    plans = plans.flatMap((plan) => edges.map((edge) => plan.with(seat, edge)));
  }
  return plans.filter((plan) => evaluate(instance, plan).violations.length === 0);
}

const task = (instance: Instance, change = {}) => ({
  instance,
  start: emptyPlan(instance),
  frozen: new Uint8Array(instance.seats),
  keepBonus: 0,
  moves: 20_000,
  flows: 10,
  seed: 1,
  ...change,
});

test('a gap proved unavoidable cannot be filled by any plan that keeps the other seats filled', () => {
  fc.assert(
    fc.property(tiny, (instance) => {
      const state = new DutyState(instance, hardestSeatFirst(instance));
      fillGaps(state);
      const search = new ResidualSearch(state);
      const filled = (plan: SeatPlan, seat: number) => (plan[seat] as number) >= 0;
      const plans = everyPlan(instance);
      for (const gap of state.openSeats()) {
        if (judge(state, search.search(gap)) !== 'UNAVOIDABLE') continue;
        const better = plans.find(
          (plan) => filled(plan, gap) && state.plan.every((edge, seat) => edge < 0 || filled(plan, seat)),
        );
        expect(better).toBeUndefined();
      }
    }),
    { numRuns: 300 },
  );
});

test('an avoidable gap is filled by its chain, and no rule is broken by it', () => {
  fc.assert(
    fc.property(tiny, (instance) => {
      const state = new DutyState(instance, hardestSeatFirst(instance));
      const before = state.openSeats().length;
      const filled = fillGaps(state);
      const after = evaluate(instance, state.plan);
      expect(after.violations).toEqual([]);
      expect(after.openSeats).toBe(before - filled);
      expect(state.cost).toBeCloseTo(after.total, 6);
    }),
    { numRuns: 300 },
  );
});

test('the search finds the best plan of a small office, and the bound never lies above it', () => {
  fc.assert(
    fc.property(tiny, (instance) => {
      const best = Math.min(...everyPlan(instance).map((plan) => evaluate(instance, plan).total));
      const found = searchPlan(task(instance), () => true);
      expect(evaluate(instance, found.plan)).toMatchObject({ violations: [], total: found.cost });
      expect(found.cost).toBeCloseTo(best, 6);
      expect(found.bound ?? 0).toBeLessThanOrEqual(best + 1e-6);
    }),
    { numRuns: 60 },
  );
});

test('what is proved the best is the best of all plans there are, published duties that stay counted in', async () => {
  const signal = new AbortController().signal;
  for (const instance of fc.sample(tiny, 3)) {
    const start = hardestSeatFirst(instance);
    const kept = (plan: SeatPlan) => plan.filter((edge, seat) => edge >= 0 && start[seat] === edge).length;
    for (const keepBonus of [0, 40]) {
      const worth = (plan: SeatPlan) => evaluate(instance, plan).total - keepBonus * kept(plan);
      const order = { instance, start, published: start, frozen: new Uint8Array(instance.seats), keepBonus };
      const found = await provePlan(order, () => {}, signal);
      expect(found).toMatchObject({ isOptimal: true, bound: keepBonus > 0 ? null : found.cost });
      expect(worth(found.plan)).toBeCloseTo(Math.min(...everyPlan(instance).map(worth)), 6);
    }
  }
});

test('the evaluator names every rule a plan breaks', () => {
  const [instance] = fc.sample(tiny, { numRuns: 1, seed: 3 }) as [Instance];
  const both = { ...instance, weekCap: new Int32Array(6), monthCap: new Int32Array(6) };
  const edge = instance.edgeLawyer.length > 0 ? 0 : -1;
  const seat = instance.edgeStart.findIndex((start, at) => at > 0 && start > edge) - 1;
  const plan = emptyPlan(instance).with(seat, edge);
  expect(evaluate(both, plan).violations).toEqual(['WEEKLY_CAP', 'MONTHLY_CAP']);
});

test('a district’s month: the same plan for the same seed, every gap proved, within one per cent of the bound', () => {
  const instance = generateInstance(DISTRICT);
  const one = searchPlan(task(instance, { moves: 600_000, flows: 30 }), () => true);
  const other = searchPlan(task(instance, { moves: 600_000, flows: 1 }), () => true);
  expect(other.plan).toEqual(one.plan);
  const state = new DutyState(instance, one.plan);
  const search = new ResidualSearch(state);
  expect(state.openSeats().every((seat) => judge(state, search.search(seat)) === 'UNAVOIDABLE')).toBe(true);
  expect((one.cost - (one.bound ?? 0)) / one.cost).toBeLessThan(0.01);
});

test('a search that is ended keeps the best so far', () => {
  const instance = generateInstance(DISTRICT);
  let stretches = 0;
  const found = searchPlan(task(instance, { moves: 50_000_000 }), () => {
    stretches += 1;
    return stretches < 2;
  });
  expect(stretches).toBe(2);
  expect(evaluate(instance, found.plan).violations).toEqual([]);
});

test('keeping what is published changes little, and never leaves a gap for it', () => {
  const instance = generateInstance({ ...DISTRICT, seed: 31, tightness: 0.85 });
  const published = searchPlan(task(instance, { moves: 300_000, flows: 0 }), () => true).plan;
  const sick = instance.edgeLawyer[published.find((edge) => edge >= 0) as number] as number;
  const without = { ...instance, monthCap: instance.monthCap.with(sick, 0) };
  const start = published.map((edge) => (edge >= 0 && instance.edgeLawyer[edge] === sick ? -1 : edge));
  const kept = searchPlan(task(without, { start, moves: 300_000, flows: 0, keepBonus: 40 }), () => true);
  const anew = searchPlan(task(without, { moves: 300_000, flows: 0 }), () => true);
  const changed = (plan: SeatPlan) =>
    start.reduce((sum, edge, seat) => sum + (edge >= 0 && plan[seat] !== edge ? 1 : 0), 0);
  expect(kept.openSeats).toBeLessThanOrEqual(anew.openSeats);
  expect(changed(kept.plan)).toBeLessThanOrEqual(6);
  expect(changed(anew.plan)).toBeGreaterThan(changed(kept.plan));
});

test('without trips the flow is the optimum itself', () => {
  fc.assert(
    fc.property(tiny, (instance) => {
      const flat = {
        ...instance,
        travel: new Float64Array(6),
        seatHall: new Int32Array(instance.seats),
        weekOf: instance.monthOf,
      };
      const best = Math.min(...everyPlan(flat).map((plan) => evaluate(flat, plan).total));
      expect(new CoverageFlow(flat, flat.edgeCost).solve().cost).toBeCloseTo(best, 6);
    }),
    { numRuns: 100 },
  );
});
