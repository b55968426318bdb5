import { buildProblem, type FixedBlock, fixedBlock, type Problem } from './build-instance.ts';
import { commitmentsOf } from './commitments.ts';
import { DutyState } from './duty-state.ts';
import { fillGaps } from './fill-gaps.ts';
import { type Assumption, assume, type PlanningInput, type PlanSeat, seatKey } from './planning-input.ts';
import { ResidualSearch } from './residual.ts';

/** One thing an administrator could do about an open seat. `unlocks`: how many open seats it would fill in all. */
export interface Remedy {
  readonly assumption: Assumption;
  readonly unlocks: number;
}

/** Of each kind so many lawyers are tried: those with the fewest half-days before. */
const TRIED_OF_A_KIND = 8;
const SHOWN = 6;
/** Raising a cap asks least of everybody; lowering what is wanted is the last resort. */
const ORDER: readonly Assumption['kind'][] = [
  'RAISE_WEEKLY_CAP',
  'RAISE_MONTHLY_CAP',
  'ASK_UNAVAILABLE',
  'BORROW',
  'WIDEN_SPECIALTIES',
  'LOWER_NEED',
];

/**
 * What would fill the seat, by how many open seats it fills, then by how little it asks. Each is tried on the plan as
 * it stands, by moving lawyers along chains; nothing else of the plan is thought anew.
 */
export function remediesFor(problem: Problem, state: DutyState, seat: number): Remedy[] {
  const target = problem.input.seats[seat] as PlanSeat;
  const draft = withPlan(problem, state);
  const openBefore = state.openSeats().length;
  const tried = candidatesFor(problem, state, seat).map((assumption) => tryOut(draft, assumption, target, openBefore));
  const useful = tried.filter(({ unlocks }) => unlocks > 0);
  const rank = ({ assumption }: Remedy) => ORDER.indexOf(assumption.kind);
  return useful.sort((one, other) => other.unlocks - one.unlocks || rank(one) - rank(other)).slice(0, SHOWN);
}

/** The input with everybody where the plan has them. */
export function withPlan({ input }: Problem, state: DutyState): PlanningInput {
  const seats = input.seats.map((seat, at) => {
    const lawyer = state.lawyerOf(at);
    return { ...seat, lawyerId: lawyer < 0 ? null : (input.lawyers[lawyer]?.id ?? null) };
  });
  return { ...input, seats };
}

function tryOut(draft: PlanningInput, assumption: Assumption, target: PlanSeat, openBefore: number): Remedy {
  const changed = buildProblem(assume(draft, assumption));
  const state = new DutyState(changed.instance, changed.start);
  fillGaps(state, (at) => changed.frozen[at] === 1);
  const at = changed.input.seats.findIndex((seat) => seatKey(seat) === seatKey(target));
  const helps = at < 0 || state.lawyerOf(at) >= 0;
  return { assumption, unlocks: helps ? openBefore - state.openSeats().length : 0 };
}

function candidatesFor({ input }: Problem, state: DutyState, seat: number): Assumption[] {
  const target = input.seats[seat] as PlanSeat;
  const busy = commitmentsOf(input);
  const blocks = input.lawyers.map((lawyer) => ({ lawyer, block: fixedBlock(input, target, lawyer, busy) }));
  const blockedBy = (block: FixedBlock) =>
    blocks
      .filter((one) => one.block === block)
      .map(({ lawyer }) => lawyer)
      .sort((one, other) => one.servedBefore - other.servedBefore || (one.id < other.id ? -1 : 1))
      .slice(0, TRIED_OF_A_KIND);
  const competing = [...new ResidualSearch(state).search(seat).lawyers]
    .flatMap((number) => input.lawyers[number] ?? [])
    .sort((one, other) => one.servedBefore - other.servedBefore || (one.id < other.id ? -1 : 1))
    .slice(0, TRIED_OF_A_KIND);
  const specialties = [
    ...new Set(blockedBy('NO_SPECIALTY').flatMap((one) => one.specialties.map(({ specialty }) => specialty))),
  ];
  return [
    ...competing.flatMap(({ id, weeklyCap, monthlyCap }): Assumption[] => [
      ...(weeklyCap === null ? [] : [{ kind: 'RAISE_WEEKLY_CAP', lawyerId: id } as const]),
      ...(monthlyCap === null ? [] : [{ kind: 'RAISE_MONTHLY_CAP', lawyerId: id } as const]),
    ]),
    ...blockedBy('UNAVAILABLE').map(({ id }) => ({ kind: 'ASK_UNAVAILABLE', lawyerId: id, seat: target }) as const),
    ...blockedBy('OUT_OF_REACH').map(({ id }) => ({ kind: 'BORROW', lawyerId: id, seat: target }) as const),
    ...specialties.map((specialty) => ({ kind: 'WIDEN_SPECIALTIES', specialty, seat: target }) as const),
    { kind: 'LOWER_NEED', seat: target },
  ];
}
