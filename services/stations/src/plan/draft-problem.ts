import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { buildProblem, type Problem, planOfLawyers } from '../planning/rules/build-instance.ts';
import { DutyState } from '../planning/rules/duty-state.ts';
import type { SeatPlan } from '../planning/rules/instance.ts';
import { assumeAll, type PlanLawyer, type PlanningInput, seatKey } from '../planning/rules/planning-input.ts';
import type { Absence, CoveragePlan } from './coverage-plan.entity.ts';
import type { DraftSeat } from './coverage-plans.repository.ts';

/** What the plan is made from, as it is now, with what the plan supposes. @throws NotFound `CALENDAR_NOT_FOUND` */
export async function inputOf(plan: CoveragePlan, { planningInputs }: Context): Promise<PlanningInput> {
  const input = await planningInputs.of(plan.institutionId, plan.period());
  return assumeAll(withAbsences(input, plan.absences), plan.assumptions);
}

/** A draft as planning sees it; seats whose lawyer may no longer have them are open, and seats gone are gone. */
export interface Draft {
  readonly problem: Problem;
  readonly state: DutyState;
  /** Who is published, as far as they may still have the seat. */
  readonly published: SeatPlan;
}

/** @param from the seats to begin with; those kept with the plan when absent */
export async function draftOf(plan: CoveragePlan, context: Context, from?: readonly DraftSeat[]): Promise<Draft> {
  const input = await inputOf(plan, context);
  const kept = from ?? (await context.coveragePlans.seatsOf(plan));
  const seats = new Map(kept.map((seat) => [seatKey(seat), seat]));
  const problem = buildProblem({
    ...input,
    seats: input.seats.map((seat) => {
      const { lawyerId, locked } = seats.get(seatKey(seat)) ?? { lawyerId: null, locked: false };
      return { ...seat, lawyerId, locked };
    }),
  });
  return { problem, state: possibleState(problem), published: planOfLawyers(input, problem.instance) };
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

/** The same for the same input, whoever is where. */
export function hashOf({ days, seats, lawyers, commitments }: PlanningInput): string {
  const asked = seats.map(({ lawyerId: _, locked: __, ...seat }) => seat);
  return createHash('sha256').update(JSON.stringify({ days, asked, lawyers, commitments })).digest('hex');
}

function withAbsences(input: PlanningInput, absences: readonly Absence[]): PlanningInput {
  if (absences.length === 0) return input;
  const lawyers = input.lawyers.map((lawyer) => {
    const own = absences.filter(({ lawyerId }) => lawyerId === lawyer.id);
    const isAway = (half: number) => own.some(({ from, to }) => dayOf(input, half) >= from && dayOf(input, half) <= to);
    const availability = lawyer.availability.map((level, half) => (isAway(half) ? 'UNAVAILABLE' : level));
    return own.length === 0 ? lawyer : { ...lawyer, availability };
  });
  return { ...input, lawyers };
}

function dayOf({ days }: PlanningInput, half: number): string {
  return days[half >> 1] ?? '';
}
