import { NotFound } from '@everyletter/kit/errors';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { CoveragePlan } from '../plan/coverage-plan.entity.ts';
import { draftOf } from '../plan/draft-problem.ts';
import { SeatPlaceInput } from '../plan/plan.inputs.ts';
import { CoveragePlanType } from '../plan/plan.type.ts';
import { explainGaps, type GapExplanation } from '../planning/rules/explain-gap.ts';
import { seatKey } from '../planning/rules/planning-input.ts';
import { remediesFor } from '../planning/rules/remedies.ts';
import { CoverageGapType, GapRemedyType, SeatCandidateType, SeatConflictType } from './gap.type.ts';
import { seatCandidates, seatConflicts } from './seat-candidates.ts';

@Resolver(() => CoveragePlanType)
export class CoverageGapResolver {
  @FieldResolver(() => [CoverageGapType], { description: 'Its open seats, each with the reason, by day.' })
  async gaps(@Root() plan: CoveragePlan, @Ctx() context: Context): Promise<GapExplanation[]> {
    const { problem, state } = await draftOf(plan, context);
    return explainGaps(problem, state);
  }

  @Query(() => [GapRemedyType], { description: 'What would fill an open seat of a draft, the most useful first.' })
  async gapRemedies(
    @Arg('planId', () => ID) planId: string,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<GapRemedyType[]> {
    const { problem, state, at } = await seatOf(planId, seat, context);
    return remediesFor(problem, state, at).map(({ assumption, unlocks }) => ({
      kind: assumption.kind,
      lawyerId: 'lawyerId' in assumption ? assumption.lawyerId : null,
      specialty: 'specialty' in assumption ? assumption.specialty : null,
      unlocks,
    }));
  }

  @Query(() => [SeatCandidateType], { description: 'Everybody for a seat of a draft, the best first.' })
  async seatCandidates(
    @Arg('planId', () => ID) planId: string,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<SeatCandidateType[]> {
    const { at, ...draft } = await seatOf(planId, seat, context);
    return seatCandidates(draft, at);
  }

  @Query(() => [SeatConflictType], {
    description: 'Where whoever has this seat of a draft may not be moved to, and why.',
  })
  async seatConflicts(
    @Arg('planId', () => ID) planId: string,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<SeatConflictType[]> {
    const { at, ...draft } = await seatOf(planId, seat, context);
    return seatConflicts(draft, at);
  }
}

/** @throws NotFound `PLAN_NOT_FOUND`, `SEAT_NOT_FOUND` */
async function seatOf(planId: string, seat: SeatPlaceInput, context: Context) {
  const plan = await context.coveragePlans.get(planId);
  const draft = await draftOf(plan, context);
  const at = draft.problem.input.seats.findIndex((one) => seatKey(one) === seatKey(seat));
  if (at < 0) throw new NotFound('SEAT_NOT_FOUND', { field: 'seat' });
  return { ...draft, at };
}
