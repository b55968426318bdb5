import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { planOfLawyers } from '../planning/rules/build-instance.ts';
import { type Draft, type DraftSeat, draftFrom } from '../planning/rules/draft.ts';
import type { SeatPlan } from '../planning/rules/instance.ts';
import { assumeAll, type PlanningInput, seatKey } from '../planning/rules/planning-input.ts';
import type { Absence, CoveragePlan } from './coverage-plan.entity.ts';

/** What the plan is made from, as it is now, with what the plan supposes. @throws NotFound `CALENDAR_NOT_FOUND` */
export async function inputOf(plan: CoveragePlan, { planningInputs }: Context): Promise<PlanningInput> {
  const input = await planningInputs.of(plan.institutionId, plan.period());
  return assumeAll(withAbsences(input, plan.absences), plan.assumptions);
}

/** A draft with who was published before it, as far as they may still have the seat. */
export interface PlanDraft extends Draft {
  readonly published: SeatPlan;
}

/** @throws as `inputOf` */
export async function draftOf(plan: CoveragePlan, context: Context): Promise<PlanDraft> {
  const input = await inputOf(plan, context);
  const draft = draftFrom(withSeats(input, await context.coveragePlans.seatsOf(plan)));
  return { ...draft, published: planOfLawyers(input, draft.problem.instance) };
}

/** What a draft is made from, with everybody where it, or another draft, has them. @throws as `inputOf` */
export async function draftInput(
  plan: CoveragePlan,
  context: Context,
  { keptBy = plan }: { readonly keptBy?: CoveragePlan } = {},
): Promise<PlanningInput> {
  return withSeats(await inputOf(plan, context), await context.coveragePlans.seatsOf(keptBy));
}

function withSeats(input: PlanningInput, drafted: readonly DraftSeat[]): PlanningInput {
  const seats = new Map(drafted.map((seat) => [seatKey(seat), seat]));
  return {
    ...input,
    seats: input.seats.map((seat) => {
      const { lawyerId, locked } = seats.get(seatKey(seat)) ?? { lawyerId: null, locked: false };
      return { ...seat, lawyerId, locked };
    }),
  };
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
