import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { canOverride } from '../consultation/consultation.policy.ts';
import { ConflictHitType } from '../consultation/consultation.type.ts';
import type { ConflictHit } from '../consultation/consultations.repository.ts';
import { maskedName } from '../consultation/rules/party-name.ts';
import { openText } from '../consultation/sealed-consultation.ts';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import { answerOpinion, giveRepresentationOpinion } from '../opinion/give-opinion.ts';
import type { Opinion } from '../opinion/opinion.entity.ts';
import { AnswerOpinionInput, OpinionType } from '../opinion/opinion.type.ts';
import { MatterRef } from '../refs/matter.ts';
import { proposeRepresentation } from './propose-representation.ts';
import type { Representation } from './representation.entity.ts';
import {
  AnswerRepresentationInput,
  EndRepresentationInput,
  OverrideRepresentationInput,
  ProposeRepresentationInput,
  RepresentationPayload,
} from './representation.inputs.ts';
import { canEnd } from './representation.policy.ts';
import { RepresentationType } from './representation.type.ts';
import { mayTake } from './rules/representation-state.ts';
import {
  answerRepresentation,
  endNotePlace,
  endRepresentation,
  overrideRepresentation,
} from './step-representation.ts';

@Resolver(() => RepresentationType)
export class RepresentationResolver {
  @Query(() => [RepresentationType], { description: 'The last hundred, newest first; a lawyer sees their own.' })
  representations(@Ctx() { representations }: Context): Promise<Representation[]> {
    return representations.recent();
  }

  @Query(() => [RepresentationType], { description: 'Whose lawyer waits for an answer, the soonest due first.' })
  owedRepresentations(@Ctx() { representations, viewer }: Context): Promise<Representation[]> {
    return representations.owed(viewer.institutionId);
  }

  @Mutation(() => RepresentationPayload, {
    description: 'The check for a conflict of interest comes first; a hit blocks it.',
  })
  async proposeRepresentation(
    @Arg('input', () => ProposeRepresentationInput) input: ProposeRepresentationInput,
    @Ctx() context: Context,
  ): Promise<RepresentationPayload> {
    return { representation: await proposeRepresentation(input, context) };
  }

  @Mutation(() => RepresentationPayload, { description: 'By another officer than the one who proposed it.' })
  async overrideRepresentation(
    @Arg('input', () => OverrideRepresentationInput) input: OverrideRepresentationInput,
    @Ctx() context: Context,
  ): Promise<RepresentationPayload> {
    return { representation: await overrideRepresentation(input, context) };
  }

  @Mutation(() => RepresentationPayload, { description: 'The lawyer takes it, or says why not.' })
  async answerRepresentation(
    @Arg('input', () => AnswerRepresentationInput) input: AnswerRepresentationInput,
    @Ctx() context: Context,
  ): Promise<RepresentationPayload> {
    return { representation: await answerRepresentation(input, context) };
  }

  @Mutation(() => RepresentationPayload)
  async endRepresentation(
    @Arg('input', () => EndRepresentationInput) input: EndRepresentationInput,
    @Ctx() context: Context,
  ): Promise<RepresentationPayload> {
    return { representation: await endRepresentation(input, context) };
  }

  @Mutation(() => RepresentationPayload, { description: 'From here on the office owes an answer.' })
  async giveRepresentationOpinion(
    @Arg('id', () => ID) id: string,
    @Arg('text', () => String) text: string,
    @Ctx() context: Context,
  ): Promise<RepresentationPayload> {
    return { representation: await giveRepresentationOpinion(id, text, context) };
  }

  @Mutation(() => RepresentationPayload)
  async answerRepresentationOpinion(
    @Arg('input', () => AnswerOpinionInput) input: AnswerOpinionInput,
    @Ctx() context: Context,
  ): Promise<RepresentationPayload> {
    const { representationId } = await answerOpinion(input, context);
    return { representation: await context.representations.get(representationId ?? '') };
  }

  @FieldResolver(() => LawyerType, { nullable: true })
  lawyer(@Root() { lawyerId }: Representation, @Ctx() { duty }: Context): Promise<Lawyer | null> {
    return duty.lawyer(lawyerId);
  }

  @FieldResolver(() => MatterRef)
  matter(@Root() { matterId }: Representation): MatterRef {
    return { id: matterId };
  }

  @FieldResolver(() => String, { description: 'In full to the lawyer who acts for them, else masked.' })
  personName(@Root() representation: Representation, @Ctx() { viewer, options }: Context): string {
    const { id, personSealed, lawyerId } = representation;
    const name = openText(personSealed, `consultation.person:${id}`, representation, options.keys);
    return isLawyer(viewer, lawyerId) ? name : maskedName(name);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was declined or ended.' })
  endNote(@Root() representation: Representation, @Ctx() { options }: Context): string | null {
    const { id, endNoteSealed } = representation;
    return endNoteSealed ? openText(endNoteSealed, endNotePlace(id), representation, options.keys) : null;
  }

  @FieldResolver(() => [OpinionType])
  opinions(@Root() { id }: Representation, @Ctx() { opinions }: Context): Promise<Opinion[]> {
    return opinions.ofRepresentation(id);
  }

  @FieldResolver(() => [ConflictHitType], { description: 'What was found against it; for the office.' })
  conflicts(@Root() { id }: Representation, @Ctx() { consultations }: Context): Promise<ConflictHit[]> {
    return consultations.hitsOf(id);
  }

  @FieldResolver(() => Boolean)
  viewerCanAnswer(@Root() { state, lawyerId }: Representation, @Ctx() { viewer }: Context): boolean {
    return mayTake('ANSWER', state) && isLawyer(viewer, lawyerId);
  }

  @FieldResolver(() => Boolean)
  viewerCanGiveOpinion(@Root() { state, scope, lawyerId }: Representation, @Ctx() { viewer }: Context): boolean {
    return mayTake('GIVE_OPINION', state) && scope.includes('GIVE_OPINIONS') && isLawyer(viewer, lawyerId);
  }

  @FieldResolver(() => Boolean)
  viewerCanOverride(@Root() { state, proposedById }: Representation, @Ctx() { viewer }: Context): boolean {
    return mayTake('OVERRIDE', state) && proposedById !== viewer.accountId && canOverride(viewer);
  }

  @FieldResolver(() => Boolean)
  viewerCanEnd(@Root() { state, lawyerId }: Representation, @Ctx() { viewer }: Context): boolean {
    return mayTake('END', state) && canEnd(viewer, lawyerId);
  }
}

@Resolver(() => MatterRef)
export class MatterRepresentationsResolver {
  @FieldResolver(() => [RepresentationType], { nullable: true, description: 'Newest first.' })
  representations(@Root() { id }: MatterRef, @Ctx() { representations }: Context): Promise<Representation[]> {
    return representations.ofMatter(id);
  }
}
