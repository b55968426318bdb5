import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { OpinionState } from './rules/answer-due.ts';

registerEnumType(OpinionState, { name: 'OpinionState' });

@ObjectType('Opinion', { description: 'What a lawyer suggests; the office owes an answer by `dueOn`.' })
export class OpinionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly givenOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;

  @Field(() => Boolean, { description: 'Falls in a year whose days off are not published.' })
  readonly provisional!: boolean;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly answeredOn!: LocalDate | null;

  @Field(() => Int)
  readonly version!: number;
}

@ObjectType('LegalAidReferral', { description: 'With the agency’s own time limits.' })
export class LegalAidReferralType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly agency!: string;

  @Field(() => LocalDateScalar)
  readonly referredOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly decideBy!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly decidedOn!: LocalDate | null;

  @Field(() => Boolean, { nullable: true })
  readonly granted!: boolean | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly appointBy!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly appointedOn!: LocalDate | null;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class AnswerOpinionInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class RecordLegalAidStepInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => LocalDateScalar)
  readonly on!: LocalDate;

  @Field(() => Boolean, { nullable: true, description: 'Of the decision; absent when a lawyer was appointed.' })
  readonly granted?: boolean | null;
}
