import { PeriodType, PhraseType } from '@everyletter/kit/figures';
import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'Seats required on working days of the period, planned and really kept; rates are null when none was required.',
})
export class AttendanceReport {
  @Field(() => PeriodType)
  readonly period!: PeriodType;

  @Field(() => PhraseType)
  readonly definition!: PhraseType;

  @Field(() => Int)
  readonly requiredSeats!: number;

  @Field(() => Int)
  readonly plannedSeats!: number;

  @Field(() => Int)
  readonly attendedSeats!: number;

  @Field(() => Float, { nullable: true })
  readonly plannedRate!: number | null;

  @Field(() => Float, { nullable: true })
  readonly effectiveRate!: number | null;
}
