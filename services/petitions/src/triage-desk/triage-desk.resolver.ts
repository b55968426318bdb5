import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { ListedPetition } from '../petition/listed-petition.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { AcceptanceCheck, acceptanceChecks, suggestsLeader } from '../petition/rules/acceptance.ts';
import { type DispositionReason, reasonsFor } from '../petition/rules/disposition-reasons.ts';
import { type Category, Track } from '../petition/rules/kinds.ts';
import { DepartmentRef } from '../refs/department.ts';
import { StaffRef } from '../refs/staff.ts';
import { answerOnTheSpot, canAnswerOnTheSpot } from './answer-on-the-spot.ts';
import { AnswerOnTheSpotInput, DayBoardType, DispositionReasonType, TriageLaneType } from './triage-desk.type.ts';

@Resolver(() => TriageLaneType)
export class TriageDeskResolver {
  @Query(() => [TriageLaneType], { description: 'The five fast tracks (五快) with what waits on each.' })
  async triageLanes(@Ctx() { triageDesk, terms, today }: Context): Promise<Omit<TriageLaneType, 'petitions'>[]> {
    const { trackTargetWorkdays } = (await terms.current()).pack.intake;
    const counts = await triageDesk.laneCounts(today);
    return Object.values(Track).map((track) => ({
      track,
      targetWorkdays: trackTargetWorkdays[track],
      count: counts[track] ?? 0,
      lateCount: counts[`${track}_LATE`] ?? 0,
    }));
  }

  @FieldResolver(() => [PetitionType])
  petitions(@Root() { track }: TriageLaneType, @Ctx() { triageDesk }: Context): Promise<ListedPetition[]> {
    return triageDesk.lane(track);
  }

  @Mutation(() => PetitionPayload, { description: '当场答复: accepted, told and written down in one step.' })
  async answerOnTheSpot(
    @Arg('input', () => AnswerOnTheSpotInput) input: AnswerOnTheSpotInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await answerOnTheSpot(input, input.answer, context) };
  }
}

@Resolver(() => DayBoardType)
export class DayBoardResolver {
  @Query(() => DayBoardType)
  async dayBoard(
    @Arg('day', () => LocalDateScalar, { nullable: true, description: 'Today when left out.' }) day:
      | LocalDate
      | undefined,
    @Ctx() { triageDesk, today }: Context,
  ): Promise<Omit<DayBoardType, 'petitions'>> {
    const on = day ?? today;
    const lines = await triageDesk.day(on);
    const around = await triageDesk.around(on);
    const received = lines.reduce((sum, line) => sum + line.received, 0);
    const left = lines.reduce((sum, line) => sum + line.left, 0);
    return { day: on, lines, received, left, ...around, cleared: left + around.leftFromBefore === 0 };
  }

  @FieldResolver(() => [PetitionType])
  petitions(@Root() { day }: DayBoardType, @Ctx() { triageDesk }: Context): Promise<ListedPetition[]> {
    return triageDesk.left(day as LocalDate);
  }
}

@Resolver(() => PetitionType)
export class PetitionTriageResolver {
  @FieldResolver(() => [AcceptanceCheck], { description: 'What is looked at before it is accepted.' })
  acceptanceChecks(@Root() { category }: Petition): readonly AcceptanceCheck[] {
    return acceptanceChecks(category as Category);
  }

  @FieldResolver(() => [DispositionReasonType], { description: 'Reasons of the desk, by disposition.' })
  dispositionReasons(@Root() { category }: Petition): readonly DispositionReason[] {
    return reasonsFor(category as Category);
  }

  @FieldResolver(() => DepartmentRef, { nullable: true, description: 'As the triage rules say; a person decides.' })
  suggestedDepartment(@Root() { suggestedDepartmentId }: Petition): DepartmentRef | null {
    return suggestedDepartmentId ? { id: suggestedDepartmentId } : null;
  }

  @FieldResolver(() => StaffRef, { nullable: true, description: '包案: the leader who owns it.' })
  leaderOwner(@Root() { leaderOwnerId }: Petition): StaffRef | null {
    return leaderOwnerId ? { id: leaderOwnerId } : null;
  }

  @FieldResolver(() => Boolean, { description: 'First of its kind: a leader should own it.' })
  suggestsLeaderOwner(@Root() { category, subject, repeatOfId }: Petition): boolean {
    return suggestsLeader({ category: category as Category, subject, isFirst: repeatOfId == null });
  }

  @FieldResolver(() => Boolean)
  viewerCanAnswerOnTheSpot(@Root() petition: Petition, @Ctx() { viewer }: Context): boolean {
    return canAnswerOnTheSpot(viewer, petition);
  }
}
