import { PeriodType, PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HalfDay } from './rules/coverage.ts';
import { CoverageGrouping } from './rules/tally.ts';

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

  @Field(() => Int, { description: 'Days on which a station asked for somebody, over all stations.' })
  readonly stationDays!: number;

  @Field(() => Int, { description: 'Of those the ones on which no seat was open.' })
  readonly fullStationDays!: number;
}

@ObjectType('CoverageGapSplit', { description: 'Open seats of the published plan, by what could be done about them.' })
export class GapSplitType {
  @Field(() => Int, { description: 'Could be filled, all at once, by moving lawyers.' })
  readonly avoidable!: number;

  @Field(() => Int, { description: 'Proved: no plan fills them without opening another seat.' })
  readonly unavoidable!: number;

  @Field(() => Int, { description: 'Neither was proved.' })
  readonly undecided!: number;
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

  @Field(() => ID, { nullable: true, description: 'The exception that changed what is required.' })
  readonly exceptionId!: string | null;
}

@ObjectType('HalfDayPreview', { description: 'A half-day as a change would make it.' })
export class HalfDayPreviewType {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => Int)
  readonly requiredSeats!: number;

  @Field(() => Int)
  readonly coveredSeats!: number;

  @Field(() => Int, { description: 'Required as it stands.' })
  readonly requiredBefore!: number;
}

registerEnumType(CoverageGrouping, { name: 'CoverageGrouping' });

@ObjectType('CoverageGroup', {
  description: 'One station, day or month of a period, or the whole of it; of a firm the half-days its lawyers hold.',
})
export class CoverageGroupType {
  @Field(() => String, { description: 'The id of the station or firm, the day, the month as YYYY-MM, or empty.' })
  readonly key!: string;

  @Field(() => Int, { description: 'Of a firm: of the whole, so that the rate is its share.' })
  readonly requiredSeats!: number;

  @Field(() => Int, { description: 'Planned: seats somebody is assigned to.' })
  readonly coveredSeats!: number;

  @Field(() => Float, { nullable: true, description: 'Planned coverage; null when nothing was required.' })
  readonly rate!: number | null;

  @Field(() => Int, { description: 'Effective: seats somebody attended.' })
  readonly attendedSeats!: number;

  @Field(() => Float, { nullable: true, description: 'Effective coverage; of days to come it says nothing yet.' })
  readonly effectiveRate!: number | null;

  @Field(() => Int)
  readonly stationDays!: number;

  @Field(() => Int)
  readonly fullStationDays!: number;

  @Field(() => Int, { description: 'Half-days whose requirement an exception changed.' })
  readonly exceptedHalfDays!: number;
}
