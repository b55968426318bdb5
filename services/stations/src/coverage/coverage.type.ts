import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { HalfDay } from './rules/coverage.ts';

@InputType({ description: 'Both days included.' })
export class PeriodInput {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

@Directive('@shareable')
@ObjectType('Period', { description: 'Both days included.' })
export class PeriodType {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

@Directive('@shareable')
@ObjectType('Phrase', { description: 'The same sentence in both languages.' })
export class PhraseType {
  @Field(() => String)
  readonly zh!: string;

  @Field(() => String)
  readonly en!: string;
}

@ObjectType({
  description: 'Seats required and held on working days of the period; `rate` is null when none was required.',
})
export class CoverageReport {
  @Field(() => PeriodType)
  readonly period!: PeriodType;

  @Field(() => PhraseType)
  readonly definition!: PhraseType;

  @Field(() => Int)
  readonly requiredSeats!: number;

  @Field(() => Int)
  readonly coveredSeats!: number;

  @Field(() => Float, { nullable: true })
  readonly rate!: number | null;
}

@ObjectType('HalfDayCoverage', { description: 'Seats a station requires in one half-day of a working day, and holds.' })
export class HalfDayCoverageType {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => Int)
  readonly requiredSeats!: number;

  @Field(() => Int)
  readonly coveredSeats!: number;
}
