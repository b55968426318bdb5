import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { isLawyer } from '../lawyer/lawyer.policy.ts';
import { LawyerType } from '../lawyer/lawyer.type.ts';
import type { LegalAidReferral } from '../legal-aid/legal-aid-referral.entity.ts';
import { recordLegalAidStep, referToLegalAid } from '../legal-aid/refer-to-legal-aid.ts';
import { answerOpinion, giveOpinion } from '../opinion/give-opinion.ts';
import type { Opinion } from '../opinion/opinion.entity.ts';
import {
  AnswerOpinionInput,
  LegalAidReferralType,
  OpinionType,
  RecordLegalAidStepInput,
} from '../opinion/opinion.type.ts';
import { MatterRef } from '../refs/matter.ts';
import { PetitionRef } from '../refs/petition.ts';
import type { Station } from '../station/station.entity.ts';
import { StationType } from '../station/station.type.ts';
import type { Consultation } from './consultation.entity.ts';
import { ConsultationPayload, RecordConsultationInput, StartConsultationInput } from './consultation.inputs.ts';
import { canOverride } from './consultation.policy.ts';
import { ConsultationType } from './consultation.type.ts';
import { notePlace, overrideConflict, recordConsultation } from './record-consultation.ts';
import { maskedName } from './rules/party-name.ts';
import { openText } from './sealed-consultation.ts';
import { startConsultation } from './start-consultation.ts';

@Resolver(() => ConsultationType)
export class ConsultationResolver {
  @Query(() => [ConsultationType], { description: 'The last hundred, newest first; a lawyer sees their own.' })
  consultations(@Ctx() { consultations }: Context): Promise<Consultation[]> {
    return consultations.recent();
  }

  @Query(() => [ConsultationType], { description: 'A lawyer waits for the office’s answer; the soonest due first.' })
  owedConsultations(@Ctx() { consultations, viewer }: Context): Promise<Consultation[]> {
    return consultations.owed(viewer.institutionId);
  }

  @Mutation(() => ConsultationPayload, {
    description: 'The check for a conflict of interest comes first; a hit blocks it.',
  })
  async startConsultation(
    @Arg('input', () => StartConsultationInput) input: StartConsultationInput,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    return { consultation: await startConsultation(input, context) };
  }

  @Mutation(() => ConsultationPayload)
  async recordConsultation(
    @Arg('input', () => RecordConsultationInput) input: RecordConsultationInput,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    return { consultation: await recordConsultation(input, context) };
  }

  @Mutation(() => ConsultationPayload, { description: 'By another officer than the one who began it.' })
  async overrideConflict(
    @Arg('id', () => ID) id: string,
    @Arg('reason', () => String) reason: string,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    return { consultation: await overrideConflict(id, reason, context) };
  }

  @Mutation(() => ConsultationPayload, { description: 'From here on the office owes an answer.' })
  async giveOpinion(
    @Arg('consultationId', () => ID) consultationId: string,
    @Arg('text', () => String) text: string,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    await giveOpinion(consultationId, text, context);
    return { consultation: await context.consultations.get(consultationId) };
  }

  @Mutation(() => ConsultationPayload)
  async answerOpinion(
    @Arg('input', () => AnswerOpinionInput) input: AnswerOpinionInput,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    const { consultationId } = await answerOpinion(input, context);
    return { consultation: await context.consultations.get(consultationId ?? '') };
  }

  @Mutation(() => ConsultationPayload)
  async referToLegalAid(
    @Arg('consultationId', () => ID) consultationId: string,
    @Arg('agency', () => String) agency: string,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    const referral = await referToLegalAid(consultationId, agency, context);
    return { consultation: await context.consultations.get(referral.consultationId) };
  }

  @Mutation(() => ConsultationPayload, {
    description: 'First what the agency decided, then when a lawyer was appointed.',
  })
  async recordLegalAidStep(
    @Arg('input', () => RecordLegalAidStepInput) input: RecordLegalAidStepInput,
    @Ctx() context: Context,
  ): Promise<ConsultationPayload> {
    const referral = await recordLegalAidStep(input, context);
    return { consultation: await context.consultations.get(referral.consultationId) };
  }

  @FieldResolver(() => LawyerType, { nullable: true })
  lawyer(@Root() { lawyerId }: Consultation, @Ctx() { duty }: Context): Promise<Lawyer | null> {
    return duty.lawyer(lawyerId);
  }

  @FieldResolver(() => StationType)
  station(@Root() { stationId }: Consultation, @Ctx() { duty }: Context): Promise<Station | null> {
    return duty.station(stationId);
  }

  @FieldResolver(() => PetitionRef, { nullable: true })
  petition(@Root() { petitionId }: Consultation): PetitionRef | null {
    return petitionId ? { id: petitionId } : null;
  }

  @FieldResolver(() => MatterRef, { nullable: true })
  matter(@Root() { matterId }: Consultation): MatterRef | null {
    return matterId ? { id: matterId } : null;
  }

  @FieldResolver(() => String, { description: 'In full to the lawyer who serves them, else masked.' })
  personName(@Root() consultation: Consultation, @Ctx() { viewer, options }: Context): string {
    const { id, personSealed, lawyerId } = consultation;
    const name = openText(personSealed, `consultation.person:${id}`, consultation, options.keys);
    return isLawyer(viewer, lawyerId) ? name : maskedName(name);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The lawyer’s own note; null to everybody else.' })
  note(@Root() consultation: Consultation, @Ctx() { viewer, options }: Context): string | null {
    const { id, noteSealed, lawyerId } = consultation;
    if (!noteSealed || !isLawyer(viewer, lawyerId)) return null;
    return openText(noteSealed, notePlace(id), consultation, options.keys);
  }

  @FieldResolver(() => [OpinionType])
  opinions(@Root() { id }: Consultation, @Ctx() { opinions }: Context): Promise<Opinion[]> {
    return opinions.of(id);
  }

  @FieldResolver(() => LegalAidReferralType, { nullable: true })
  legalAidReferral(@Root() { id }: Consultation, @Ctx() { opinions }: Context): Promise<LegalAidReferral | null> {
    return opinions.referralOf(id);
  }

  @FieldResolver(() => Boolean)
  viewerCanRecord(@Root() { state, lawyerId }: Consultation, @Ctx() { viewer }: Context): boolean {
    return state === 'OPEN' && isLawyer(viewer, lawyerId);
  }

  @FieldResolver(() => Boolean)
  viewerCanGiveOpinion(@Root() { state, lawyerId }: Consultation, @Ctx() { viewer }: Context): boolean {
    return state !== 'BLOCKED' && isLawyer(viewer, lawyerId);
  }

  @FieldResolver(() => Boolean)
  viewerCanOverride(@Root() { state, startedById }: Consultation, @Ctx() { viewer }: Context): boolean {
    return state === 'BLOCKED' && startedById !== viewer.accountId && canOverride(viewer);
  }
}
