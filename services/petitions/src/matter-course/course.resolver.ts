import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import { MatterType } from '../matter/matter.type.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { archiveMatter, reopenMatter } from './close-and-reopen.ts';
import { CourseStepInput, DatedCourseStepInput, MergeMattersInput, reasonOf } from './course.inputs.ts';
import { stepsOpenTo } from './course-open.ts';
import { mergeMatters } from './merge-matters.ts';
import { CourseStep } from './rules/course.ts';
import { takeBack, withdrawPetition } from './take-back.ts';

/** What may become of a petition and its matter beyond the usual way. */
@Resolver(() => PetitionType)
export class PetitionCourseResolver {
  @Mutation(() => PetitionPayload, { description: 'The organ it was sent to has sent it back.' })
  async takeBackPetition(
    @Arg('input', () => DatedCourseStepInput) input: DatedCourseStepInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await takeBack(input, { on: input.on, reason: reasonOf(input) }, context) };
  }

  @Mutation(() => PetitionPayload, { description: 'The petitioner takes it back.' })
  async withdrawPetition(
    @Arg('input', () => DatedCourseStepInput) input: DatedCourseStepInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await withdrawPetition(input, { on: input.on, reason: reasonOf(input) }, context) };
  }

  @Mutation(() => PetitionPayload, { description: 'Its matter turns out to be the same as another.' })
  async mergeMatters(
    @Arg('input', () => MergeMattersInput) input: MergeMattersInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    const merging = { intoNumber: input.intoNumber.trim(), reason: reasonOf(input) };
    return { petition: await mergeMatters(input, merging, context) };
  }

  @Mutation(() => PetitionPayload, { description: 'An answered matter is taken up again.' })
  async reopenMatter(
    @Arg('input', () => CourseStepInput) input: CourseStepInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await reopenMatter(input, reasonOf(input), context) };
  }

  @Mutation(() => PetitionPayload, { description: 'An answered matter is put away, for as long as the policy says.' })
  async archiveMatter(
    @Arg('input', () => CourseStepInput) input: CourseStepInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await archiveMatter(input, reasonOf(input), context) };
  }

  @FieldResolver(() => [CourseStep], { description: 'The steps the viewer may take with it now.' })
  viewerCourseSteps(@Root() petition: Petition, @Ctx() context: Context): Promise<CourseStep[]> {
    return stepsOpenTo(petition, context);
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'The day the petitioner took it back.' })
  withdrawnOn(@Root() { withdrawnOn }: Petition): string | null {
    return withdrawnOn ?? null;
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'The day its matter was joined to another.' })
  mergedOn(@Root() { mergedOn }: Petition): string | null {
    return mergedOn ?? null;
  }
}

@Resolver(() => MatterType)
export class MatterCourseResolver {
  @Query(() => MatterType, { nullable: true, description: 'Visible to whoever sees one of its petitions.' })
  matter(@Arg('id', () => ID) id: string, @Ctx() { petitions }: Context): Promise<Matter | null> {
    return petitions.matter(id);
  }

  @FieldResolver(() => MatterType, { nullable: true, description: 'The matter it was joined to.' })
  mergedInto(@Root() { mergedIntoId }: Matter, @Ctx() { petitions }: Context): Promise<Matter | null> {
    return mergedIntoId ? petitions.matter(mergedIntoId) : Promise.resolve(null);
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true })
  archivedOn(@Root() { archivedOn }: Matter): string | null {
    return archivedOn ?? null;
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'Kept until; null while in hand, or for good.' })
  retainUntil(@Root() { retainUntil }: Matter): string | null {
    return retainUntil ?? null;
  }
}
