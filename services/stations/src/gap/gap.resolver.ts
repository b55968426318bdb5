import { NotFound } from '@everyletter/kit/errors';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { CoveragePlan } from '../plan/coverage-plan.entity.ts';
import { draftInput } from '../plan/draft-problem.ts';
import { SeatPlaceInput } from '../plan/plan.inputs.ts';
import { CoveragePlanType } from '../plan/plan.type.ts';
import { askDraft } from '../planning/ask-draft.ts';
import type { DraftAnswers } from '../planning/rules/draft-answers.ts';
import type { GapExplanation } from '../planning/rules/explain-gap.ts';
import { seatKey } from '../planning/rules/planning-input.ts';
import { CoverageGapType, GapRemedyType, SeatCandidateType, SeatConflictType } from './gap.type.ts';

@Resolver(() => CoveragePlanType)
export class CoverageGapResolver {
  @FieldResolver(() => [CoverageGapType], { description: 'Its open seats, each with the reason, by day.' })
  async gaps(@Root() plan: CoveragePlan, @Ctx() context: Context): Promise<readonly GapExplanation[]> {
    return askDraft(await draftInput(plan, context), { kind: 'GAPS' });
  }

  @Query(() => [GapRemedyType], { description: 'What would fill an open seat of a draft, the most useful first.' })
  async gapRemedies(
    @Arg('planId', () => ID) planId: string,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<GapRemedyType[]> {
    const remedies = await askSeat('REMEDIES', planId, seat, context);
    return remedies.map(({ assumption, unlocks }) => ({
      kind: assumption.kind,
      lawyerId: 'lawyerId' in assumption ? assumption.lawyerId : null,
      specialty: 'specialty' in assumption ? assumption.specialty : null,
      unlocks,
    }));
  }

  @Query(() => [SeatCandidateType], { description: 'Everybody for a seat of a draft, the best first.' })
  seatCandidates(
    @Arg('planId', () => ID) planId: string,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<readonly SeatCandidateType[]> {
    return askSeat('CANDIDATES', planId, seat, context);
  }

  @Query(() => [SeatConflictType], {
    description: 'Where whoever has this seat of a draft may not be moved to, and why.',
  })
  seatConflicts(
    @Arg('planId', () => ID) planId: string,
    @Arg('seat', () => SeatPlaceInput) seat: SeatPlaceInput,
    @Ctx() context: Context,
  ): Promise<readonly SeatConflictType[]> {
    return askSeat('CONFLICTS', planId, seat, context);
  }
}

/** @throws NotFound `PLAN_NOT_FOUND`, `SEAT_NOT_FOUND` */
async function askSeat<Kind extends keyof DraftAnswers>(
  kind: Kind,
  planId: string,
  seat: SeatPlaceInput,
  context: Context,
): Promise<DraftAnswers[Kind]> {
  const input = await draftInput(await context.coveragePlans.get(planId), context);
  const at = input.seats.findIndex((one) => seatKey(one) === seatKey(seat));
  if (at < 0) throw new NotFound('SEAT_NOT_FOUND', { field: 'seat' });
  return askDraft(input, { kind, at });
}
