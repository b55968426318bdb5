import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FailureReason } from '../referral/failure-reason.type.ts';
import { ReferralStepInput } from '../referral/referral.inputs.ts';

@ObjectType('PerformanceItem', { description: 'One thing to be done under an agreement.' })
export class PerformanceItemType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly number!: number;

  @Field(() => String, { description: 'Who does what, and how.' })
  readonly what!: string;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly performedOn!: LocalDate | null;
}

@ObjectType('Agreement', { description: 'What the parties agreed; the office sees it from the day it takes effect.' })
export class AgreementType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => LocalDateScalar)
  readonly draftedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly signedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly effectiveOn!: LocalDate | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day for the joint application to the court; null where no court may confirm it.',
  })
  readonly confirmationDueOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly confirmationAppliedOn!: LocalDate | null;

  @Field(() => String, { nullable: true })
  readonly confirmationCourt!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly confirmedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly confirmationRefusedOn!: LocalDate | null;
}

@InputType()
export class PerformanceItemInput {
  @Field(() => String, { description: 'Who does what, and how.' })
  readonly what!: string;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;
}

@InputType()
export class DraftAgreementInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => Int, { nullable: true, description: 'Of the draft that was on the screen; null for the first one.' })
  readonly version?: number | null;

  @Field(() => String)
  readonly facts!: string;

  @Field(() => String)
  readonly dispute!: string;

  @Field(() => String)
  readonly content!: string;

  @Field(() => [PerformanceItemInput])
  readonly items!: readonly PerformanceItemInput[];
}

@InputType()
export class ConcludeAgreementInput extends ReferralStepInput {
  @Field(() => LocalDateScalar)
  readonly signedOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly effectiveOn!: LocalDate;
}

@InputType()
export class ApplyForConfirmationInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => LocalDateScalar)
  readonly appliedOn!: LocalDate;

  @Field(() => String)
  readonly court!: string;

  @Field(() => Boolean, { description: 'Both parties apply together; one alone cannot.' })
  readonly jointly!: boolean;
}

@InputType()
export class RecordConfirmationInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => Boolean)
  readonly confirmed!: boolean;

  @Field(() => LocalDateScalar)
  readonly on!: LocalDate;
}

@InputType()
export class RecordPerformanceInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => ID)
  readonly itemId!: string;

  @Field(() => LocalDateScalar)
  readonly performedOn!: LocalDate;
}

@InputType()
export class FailMediationInput extends ReferralStepInput {
  @Field(() => FailureReason)
  readonly reason!: FailureReason;
}
