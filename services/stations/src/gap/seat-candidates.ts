import type { Draft } from '../plan/draft-problem.ts';
import { commitmentsOf, fixedBlock } from '../planning/rules/build-instance.ts';
import { BLOCK_REASONS } from '../planning/rules/explain-gap.ts';
import { halfOf, type PlanSeat } from '../planning/rules/planning-input.ts';
import type { GapReason, SeatCandidateType } from './gap.type.ts';

/** Every lawyer for a seat: first those who may take it, the cheapest first; then the others by what keeps them. */
export function seatCandidates({ problem, state }: Draft, at: number): SeatCandidateType[] {
  const { input } = problem;
  const seat = input.seats[at] as PlanSeat;
  const busy = commitmentsOf(input);
  const edge = state.plan[at] as number;
  if (edge >= 0) state.unassign(at);
  const ranked = input.lawyers.map((lawyer, number) => {
    const reason: GapReason = fixedBlock(input, seat, lawyer, busy) ?? state.blockOf(at, number) ?? 'FREE';
    const own = reason === 'FREE' ? state.edge(at, number) : -1;
    return {
      lawyerId: lawyer.id,
      reason,
      halfDays: state.held(number).length,
      servedBefore: lawyer.servedBefore,
      preferred: lawyer.availability[halfOf(input, seat)] === 'PREFERRED',
      cost: own < 0 ? Number.POSITIVE_INFINITY : state.costOf(at, own),
    };
  });
  if (edge >= 0) state.assign(at, edge);
  const rank = (reason: SeatCandidateType['reason']) => BLOCK_REASONS.length - BLOCK_REASONS.indexOf(reason);
  return ranked.sort(
    (one, other) =>
      rank(one.reason) - rank(other.reason) ||
      (one.cost === other.cost ? 0 : one.cost - other.cost) ||
      one.halfDays - other.halfDays ||
      (one.lawyerId < other.lawyerId ? -1 : 1),
  );
}
