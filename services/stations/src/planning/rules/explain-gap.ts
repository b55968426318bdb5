import { type FixedBlock, fixedBlock, type Problem } from './build-instance.ts';
import { type Busy, commitmentsOf } from './commitments.ts';
import type { DutyState } from './duty-state.ts';
import { judge, type Verdict } from './fill-gaps.ts';
import type { PlanLawyer, PlanSeat } from './planning-input.ts';
import { ResidualSearch } from './residual.ts';

export type BlockReason = FixedBlock | 'WEEK_MAX' | 'MONTH_MAX' | 'FREE';
/** In the order they are tried; each lawyer gets the first that fits. */
export const BLOCK_REASONS: readonly BlockReason[] = [
  'OUT_OF_REACH',
  'NO_SPECIALTY',
  'NO_LANGUAGE',
  'UNAVAILABLE',
  'AT_OTHER_STATION',
  'OTHER_HALL_SAME_DAY',
  'WEEK_MAX',
  'MONTH_MAX',
  'FREE',
];

/** One step of a chain: the lawyer takes `to` and leaves `from`, if they had one. */
export interface ChainStep {
  readonly lawyerId: string;
  readonly from: PlanSeat | null;
  readonly to: PlanSeat;
}

/** Why a seat is open, and whether it must be. */
export interface GapExplanation {
  readonly seat: PlanSeat;
  /** Every lawyer of the pool once, under the first reason that keeps them from it. */
  readonly census: readonly { readonly reason: BlockReason; readonly lawyerIds: readonly string[] }[];
  readonly verdict: Verdict;
  /** The moves that fill it; empty unless it is avoidable. */
  readonly chain: readonly ChainStep[];
  /** The seats that compete with it and the lawyers they compete for: the proof, when it is unavoidable. */
  readonly competingSeats: number;
  readonly competingLawyerIds: readonly string[];
}

/** Every open seat of a plan, in their order. */
export function explainGaps(problem: Problem, state: DutyState): GapExplanation[] {
  const busy = commitmentsOf(problem.input);
  return state.openSeats().map((seat) => explainGap({ ...problem, busy }, state, seat));
}

function explainGap(problem: Problem & { readonly busy: Busy }, state: DutyState, seat: number): GapExplanation {
  const { input } = problem;
  const search = new ResidualSearch(state).search(seat);
  const verdict = judge(state, search);
  const place = input.seats[seat] as PlanSeat;
  const idOf = (lawyer: number) => (input.lawyers[lawyer] as PlanLawyer).id;
  return {
    seat: place,
    census: census(problem, state, seat),
    verdict,
    chain:
      verdict === 'AVOIDABLE'
        ? (search.chain ?? []).map(({ lawyer, from, to }) => ({
            lawyerId: idOf(lawyer),
            from: from < 0 ? null : (input.seats[from] as PlanSeat),
            to: input.seats[to] as PlanSeat,
          }))
        : [],
    competingSeats: search.seats.size,
    competingLawyerIds: [...search.lawyers].map(idOf),
  };
}

function census(
  { input, busy }: Problem & { readonly busy: Busy },
  state: DutyState,
  seat: number,
): GapExplanation['census'] {
  const place = input.seats[seat] as PlanSeat;
  const byReason = Map.groupBy(
    input.lawyers.map((lawyer, number) => ({ id: lawyer.id, reason: reasonOf(lawyer, number) })),
    ({ reason }) => reason,
  );
  function reasonOf(lawyer: PlanLawyer, number: number): BlockReason {
    return fixedBlock(input, place, lawyer, busy) ?? state.blockOf(seat, number) ?? 'FREE';
  }
  return BLOCK_REASONS.flatMap((reason) => {
    const found = byReason.get(reason);
    return found ? [{ reason, lawyerIds: found.map(({ id }) => id) }] : [];
  });
}
