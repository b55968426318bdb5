import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ConsentAnswer, ConsentForm } from '../consent/rules/consent.ts';
import { ReferralStepInput } from '../referral/referral.inputs.ts';

export const InterestNature = {
  NONE: 'NONE',
  KNOWS_PARTY: 'KNOWS_PARTY',
  NEAR_RELATIVE: 'NEAR_RELATIVE',
  BUSINESS: 'BUSINESS',
  EARLIER_CASE: 'EARLIER_CASE',
  OTHER: 'OTHER',
} as const;
export type InterestNature = (typeof InterestNature)[keyof typeof InterestNature];
registerEnumType(InterestNature, { name: 'InterestNature', description: 'NONE is a statement too, and needed.' });

export const ReplacementReason = {
  INTEREST: 'INTEREST',
  PARTY_OBJECTED: 'PARTY_OBJECTED',
  UNAVAILABLE: 'UNAVAILABLE',
} as const;
export type ReplacementReason = (typeof ReplacementReason)[keyof typeof ReplacementReason];
registerEnumType(ReplacementReason, { name: 'ReplacementReason' });

@ObjectType('Disclosure', { description: 'What a mediator said of their own interests.' })
export class DisclosureType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => InterestNature)
  readonly nature!: InterestNature;

  @Field(() => LocalDateScalar)
  readonly disclosedOn!: string;
}

@InputType()
export class DiscloseInterestInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => InterestNature)
  readonly nature!: InterestNature;

  @Field(() => String, { nullable: true, description: 'Needed for everything but NONE.' })
  readonly text?: string | null;
}

@InputType()
export class PartyAnswerInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => ID)
  readonly partyId!: string;

  @Field(() => ConsentAnswer, { description: 'GIVEN or REFUSED.' })
  readonly answer!: ConsentAnswer;

  @Field(() => ConsentForm)
  readonly form!: ConsentForm;

  @Field(() => DateTimeScalar)
  readonly answeredAt!: Date;
}

@InputType()
export class RecordMediatorAnswerInput extends PartyAnswerInput {
  @Field(() => String, { nullable: true, description: 'Needed for a no, in writing; read by who mediates, no other.' })
  readonly reason?: string | null;
}

@InputType()
export class ReplaceMediatorInput extends ReferralStepInput {
  @Field(() => ID)
  readonly mediatorId!: string;

  @Field(() => ReplacementReason)
  readonly reason!: ReplacementReason;
}
