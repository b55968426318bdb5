import { buildProblem, type Problem } from './build-instance.ts';
import { DutyState } from './duty-state.ts';
import type { PlanLawyer, PlanningInput, SeatPlace } from './planning-input.ts';

/** A seat of a draft. */
export interface DraftSeat extends SeatPlace {
  readonly lawyerId: string | null;
  readonly locked: boolean;
}

/** A draft as planning sees it; seats whose lawyer may no longer have them are open, and seats gone are gone. */
export interface Draft {
  readonly problem: Problem;
  readonly state: DutyState;
}

/** @param input with the seats as the draft has them */
export function draftFrom(input: PlanningInput): Draft {
  const problem = buildProblem(input);
  return { problem, state: possibleState(problem) };
}

/** Takes what may be taken, in the order of the seats; what would break a rule stays open. */
export function possibleState({ instance, start }: Problem): DutyState {
  const state = new DutyState(instance, new Int32Array(start.length).fill(-1));
  start.forEach((edge, seat) => {
    if (edge >= 0 && state.can(seat, instance.edgeLawyer[edge] as number)) state.assign(seat, edge);
  });
  return state;
}

export function draftSeats({ problem: { input, frozen }, state }: Draft): DraftSeat[] {
  return input.seats.map(({ stationId, date, halfDay, line, seat }, at) => {
    const lawyer = state.lawyerOf(at);
    const lawyerId = lawyer < 0 ? null : (input.lawyers[lawyer] as PlanLawyer).id;
    return { stationId, date, halfDay, line, seat, lawyerId, locked: frozen[at] === 1 };
  });
}
