import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { PartyAnswerInput } from '../disclosure/disclosure.type.ts';
import { namePlace } from '../document/add-document.ts';
import type { Document } from '../document/document.entity.ts';
import { DocumentType } from '../document/document.type.ts';
import { seenDocuments } from '../document/seen-documents.ts';
import { itemPlace, type PerformanceItem } from '../performance/performance-item.entity.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralPayload, ReferralStepInput } from '../referral/referral.inputs.ts';
import { ReferralType } from '../referral/referral.type.ts';
import { ReferralSeal } from '../referral/referral-seal.ts';
import type { Reminder } from '../reminder/reminder.entity.ts';
import { ReminderType } from '../reminder/reminder.type.ts';
import type { Agreement } from './agreement.entity.ts';
import {
  AgreementType,
  ApplyForConfirmationInput,
  ConcludeAgreementInput,
  DraftAgreementInput,
  FailMediationInput,
  PerformanceItemType,
  RecordConfirmationInput,
  RecordPerformanceInput,
} from './agreement.type.ts';
import { openBody } from './agreement-body.ts';
import {
  applyForConfirmation,
  completeReferral,
  concludeAgreement,
  declareBreach,
  failMediation,
  recordConfirmation,
  recordPerformance,
} from './conclude-agreement.ts';
import { draftAgreement } from './draft-agreement.ts';
import { recordExtensionAnswer } from './extend-mediation.ts';

@Resolver(() => ReferralType)
export class OutcomeResolver {
  @FieldResolver(() => AgreementType, { nullable: true, description: 'The office sees it once it takes effect.' })
  agreement(@Root() referral: Referral, @Ctx() { agreements }: Context): Promise<Agreement | null> {
    return agreements.of(referral);
  }

  @FieldResolver(() => [ReminderType], { description: 'Of what is still due, in the order they were made.' })
  reminders(@Root() referral: Referral, @Ctx() { reminders }: Context): Promise<Reminder[]> {
    return reminders.of(referral);
  }

  @FieldResolver(() => [DocumentType], { description: 'Papers the viewer may open, in the order they were added.' })
  documents(@Root() referral: Referral, @Ctx() context: Context): Promise<Document[]> {
    return seenDocuments(referral, context);
  }

  @Mutation(() => ReferralPayload)
  async recordExtensionAnswer(@Arg('input', () => PartyAnswerInput) input: PartyAnswerInput, @Ctx() context: Context) {
    return { referral: await recordExtensionAnswer(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async draftAgreement(@Arg('input', () => DraftAgreementInput) input: DraftAgreementInput, @Ctx() context: Context) {
    return { referral: await draftAgreement(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async concludeAgreement(
    @Arg('input', () => ConcludeAgreementInput) input: ConcludeAgreementInput,
    @Ctx() context: Context,
  ) {
    return { referral: await concludeAgreement(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async applyForConfirmation(
    @Arg('input', () => ApplyForConfirmationInput) input: ApplyForConfirmationInput,
    @Ctx() context: Context,
  ) {
    return { referral: await applyForConfirmation(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async recordConfirmation(
    @Arg('input', () => RecordConfirmationInput) input: RecordConfirmationInput,
    @Ctx() context: Context,
  ) {
    return { referral: await recordConfirmation(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async recordPerformance(
    @Arg('input', () => RecordPerformanceInput) input: RecordPerformanceInput,
    @Ctx() context: Context,
  ) {
    return { referral: await recordPerformance(input, context) };
  }

  @Mutation(() => ReferralPayload, { description: 'Everything is performed; the case closes.' })
  async completeReferral(@Arg('input', () => ReferralStepInput) input: ReferralStepInput, @Ctx() context: Context) {
    return { referral: await completeReferral(input, context) };
  }

  @Mutation(() => ReferralPayload, { description: 'Something due was not performed; the case closes.' })
  async declareBreach(@Arg('input', () => ReferralStepInput) input: ReferralStepInput, @Ctx() context: Context) {
    return { referral: await declareBreach(input, context) };
  }

  @Mutation(() => ReferralPayload)
  async failMediation(@Arg('input', () => FailMediationInput) input: FailMediationInput, @Ctx() context: Context) {
    return { referral: await failMediation(input, context) };
  }
}

@Resolver(() => AgreementType)
export class AgreementResolver {
  @FieldResolver(() => String)
  facts(@Root() agreement: Agreement, @Ctx() context: Context): Promise<string> {
    return words(agreement, 'facts', context);
  }

  @FieldResolver(() => String)
  dispute(@Root() agreement: Agreement, @Ctx() context: Context): Promise<string> {
    return words(agreement, 'dispute', context);
  }

  @FieldResolver(() => String)
  content(@Root() agreement: Agreement, @Ctx() context: Context): Promise<string> {
    return words(agreement, 'content', context);
  }

  @FieldResolver(() => [PerformanceItemType], { description: 'In the order they stand in the agreement.' })
  async items(@Root() agreement: Agreement, @Ctx() context: Context): Promise<(PerformanceItem & { what: string })[]> {
    const seal = await sealOf(agreement, context);
    const items = await context.agreements.itemsOf(agreement);
    return items.map((item) => Object.assign(item, { what: seal.open(item.whatSealed, itemPlace(item.id)) }));
  }
}

@Resolver(() => DocumentType)
export class DocumentResolver {
  @FieldResolver(() => String)
  async name(@Root() { id, referralId, nameSealed }: Document, @Ctx() context: Context): Promise<string> {
    const referral = (await context.referrals.find(referralId)) as Referral;
    return ReferralSeal.of(referral, context.options.keys).open(nameSealed, namePlace(id));
  }

  @FieldResolver(() => String, { description: 'Where it is opened; each opening is audited.' })
  path(@Root() { id }: Document): string {
    return `/files/mediation/documents/${id}`;
  }
}

/** Whoever sees an agreement sees its referral, whose key it is under. */
async function sealOf({ referralId }: Agreement, { referrals, options }: Context): Promise<ReferralSeal> {
  return ReferralSeal.of((await referrals.find(referralId)) as Referral, options.keys);
}

async function words(agreement: Agreement, field: 'facts' | 'dispute' | 'content', context: Context): Promise<string> {
  return openBody(agreement, await sealOf(agreement, context))[field];
}
