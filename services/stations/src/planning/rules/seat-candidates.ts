import { fixedBlock } from './build-instance.ts';
import { commitmentsOf } from './commitments.ts';
import { type Draft, type DraftSeat, draftSeats } from './draft.ts';
import { BLOCK_REASONS, type BlockReason } from './explain-gap.ts';
import { halfOf, type PlanSeat } from './planning-input.ts';

/** A lawyer for a seat: what keeps them from it, or what it would cost. */
export interface SeatCandidate {
  readonly lawyerId: string;
  readonly reason: BlockReason;
  readonly halfDays: number;
  readonly servedBefore: number;
  readonly preferred: boolean;
}

/** A seat somebody could not take, and why. */
export interface SeatConflict {
  readonly seat: DraftSeat;
  readonly reason: BlockReason;
}

/** Every lawyer for a seat: first those who may take it, the cheapest first; then the others by what keeps them. */
export function seatCandidates({ problem, state }: Draft, at: number): SeatCandidate[] {
  const { input } = problem;
  const seat = input.seats[at] as PlanSeat;
  const busy = commitmentsOf(input);
  const edge = state.plan[at] as number;
  if (edge >= 0) state.unassign(at);
  const ranked = input.lawyers.map((lawyer, number) => {
    const reason: BlockReason = fixedBlock(input, seat, lawyer, busy) ?? state.blockOf(at, number) ?? 'FREE';
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
  const rank = (reason: BlockReason) => BLOCK_REASONS.length - BLOCK_REASONS.indexOf(reason);
  return ranked.sort(
    (one, other) =>
      rank(one.reason) - rank(other.reason) ||
      (one.cost === other.cost ? 0 : one.cost - other.cost) ||
      one.halfDays - other.halfDays ||
      (one.lawyerId < other.lawyerId ? -1 : 1),
  );
}

/** Every other seat the lawyer of this one could not take if they left it, with the first reason. */
export function seatConflicts(draft: Draft, at: number): SeatConflict[] {
  const { problem, state } = draft;
  const { input } = problem;
  const seats = draftSeats(draft);
  const edge = state.plan[at] as number;
  const number = state.lawyerOf(at);
  const lawyer = input.lawyers[number];
  if (!lawyer) return [];
  const busy = commitmentsOf(input);
  state.unassign(at);
  const conflicts = input.seats.flatMap((seat, other): SeatConflict[] => {
    const reason = other === at ? null : (fixedBlock(input, seat, lawyer, busy) ?? state.blockOf(other, number));
    const place = seats[other];
    return reason && place ? [{ seat: place, reason }] : [];
  });
  state.assign(at, edge);
  return conflicts;
}
