import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, Float, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CategoryFigure, ChannelFigure, Figure, FigureDefinition } from './figure.type.ts';
import { AgeingBucket } from './rules/ageing.ts';

registerEnumType(AgeingBucket, { name: 'AgeingBucket', description: 'Calendar days since receipt.' });

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

@ObjectType({ description: 'How many of the petitions received in the period were answered in time.' })
export class RateFigure {
  @Field(() => FigureDefinition)
  readonly definition!: FigureDefinition;

  @Field(() => Int, { description: 'In time, over the strict denominator.' })
  readonly numerator!: number;

  @Field(() => Int, { description: 'All whose clock was stopped or has run out.' })
  readonly strictDenominator!: number;

  @Field(() => Int, { description: 'In time, over the reachable denominator.' })
  readonly reachableNumerator!: number;

  @Field(() => Int, { description: 'The strict one less the anonymous and the proven unreachable.' })
  readonly reachableDenominator!: number;

  @Field(() => Float, { nullable: true, description: 'From 0 to 1; null when nothing was due.' })
  readonly strictRate!: number | null;

  @Field(() => Float, { nullable: true })
  readonly reachableRate!: number | null;

  @Field(() => String, { description: 'The worklist of the strict denominator.' })
  readonly listQuery!: string;

  @Field(() => String, { description: 'The worklist of those of the strict denominator that were not in time.' })
  readonly missedListQuery!: string;
}

@ObjectType({ description: 'Petitions by month of receipt.' })
export class MonthFigure {
  @Field(() => String, { description: 'YYYY-MM' })
  readonly month!: string;

  @Field(() => Int)
  readonly received!: number;

  @Field(() => Int)
  readonly proceduralInTime!: number;

  @Field(() => Int)
  readonly substantiveInTime!: number;
}

@ObjectType({ description: 'Petitions without a substantive answer today, whenever received.' })
export class AgeingFigure {
  @Field(() => AgeingBucket)
  readonly bucket!: AgeingBucket;

  @Field(() => Int)
  readonly value!: number;

  @Field(() => String)
  readonly listQuery!: string;
}

@ObjectType({ description: 'Counts what the viewer’s worklist shows; reporters and superiors count the institution.' })
export class PetitionReport {
  @Field(() => PeriodType)
  readonly period!: PeriodType;

  @Field(() => String)
  readonly policyVersion!: string;

  @Field(() => Figure)
  readonly received!: Figure;

  @Field(() => [ChannelFigure])
  readonly receivedByChannel!: readonly ChannelFigure[];

  @Field(() => [CategoryFigure])
  readonly receivedByCategory!: readonly CategoryFigure[];

  @Field(() => RateFigure)
  readonly procedural!: RateFigure;

  @Field(() => RateFigure)
  readonly substantive!: RateFigure;

  @Field(() => Figure, { description: 'As of today, whenever received.' })
  readonly overdueNow!: Figure;

  @Field(() => [MonthFigure], { description: 'Every month of the period.' })
  readonly trend!: readonly MonthFigure[];

  @Field(() => [AgeingFigure], { description: 'As of today, whenever received.' })
  readonly ageing!: readonly AgeingFigure[];
}
