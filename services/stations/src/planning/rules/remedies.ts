import { type FixedBlock, fixedBlock, type Problem } from './build-instance.ts';
import { commitmentsOf } from './commitments.ts';
import { DutyState } from './duty-state.ts';
import { fillGaps } from './fill-gaps.ts';
import { edgeOf } from './instance.ts';
import type { Assumption, PlanSeat } from './planning-input.ts';
import { ResidualSearch } from './residual.ts';
import { suppose } from './suppose.ts';

/** One thing an administrator could do about an open seat. `unlocks`: how many open seats it would fill in all. */
export interface Remedy {
  readonly assumption: Assumption;
  readonly unlocks: number;
}

/** Of each kind so many lawyers are tried: those with the fewest half-days before. */
const TRIED_OF_A_KIND = 8;
const SHOWN = 6;
/** Open seats looked at beside the one it is about. */
const RIVALS = 40;
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
  const competing = [...new ResidualSearch(state).search(seat).lawyers];
  const wanted = [seat, ...rivalsOf(state, seat, competing)];
  const tried = candidatesFor(problem, seat, competing).map((assumption) => tryOut(problem, state, assumption, wanted));
  const useful = tried.filter(({ unlocks }) => unlocks > 0);
  const rank = ({ assumption }: Remedy) => ORDER.indexOf(assumption.kind);
  return useful.sort((one, other) => other.unlocks - one.unlocks || rank(one) - rank(other)).slice(0, SHOWN);
}

/** Other open seats that want the same lawyers. */
function rivalsOf(state: DutyState, seat: number, lawyers: readonly number[]): number[] {
  const open = state.openSeats().filter((other) => other !== seat);
  return open.filter((other) => lawyers.some((one) => edgeOf(state.instance, other, one) >= 0)).slice(0, RIVALS);
}

/** @param wanted the seat first, then its rivals */
function tryOut(problem: Problem, before: DutyState, assumption: Assumption, wanted: readonly number[]): Remedy {
  if (assumption.kind === 'LOWER_NEED') return { assumption, unlocks: 1 };
  const { instance, plan } = suppose(problem, before, assumption);
  const state = new DutyState(instance, plan);
  const filled = fillGaps(state, (at) => problem.frozen[at] === 1, wanted);
  return { assumption, unlocks: (state.plan[wanted[0] as number] as number) >= 0 ? filled : 0 };
}

function candidatesFor({ input }: Problem, seat: number, lawyers: readonly number[]): Assumption[] {
  const target = input.seats[seat] as PlanSeat;
  const busy = commitmentsOf(input);
  const blocks = input.lawyers.map((lawyer) => ({ lawyer, block: fixedBlock(input, target, lawyer, busy) }));
  const blockedBy = (block: FixedBlock) =>
    blocks
      .filter((one) => one.block === block)
      .map(({ lawyer }) => lawyer)
      .sort((one, other) => one.servedBefore - other.servedBefore || (one.id < other.id ? -1 : 1))
      .slice(0, TRIED_OF_A_KIND);
  const competing = lawyers
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
