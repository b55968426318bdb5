import { PeriodType } from '@everyletter/kit/figures';
import type { Period } from '@everyletter/kit/period';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { FigureDefinition } from './figure.type.ts';
import { AgeingBucket } from './rules/ageing.ts';
import { PetitionGrouping } from './rules/grouping.ts';

registerEnumType(PetitionGrouping, {
  name: 'PetitionGrouping',
  description: 'DEPARTMENT: whose it is now; HANDLER: in whose hands, for those over them; AGE: of what is unanswered.',
});
registerEnumType(AgeingBucket, { name: 'AgeingBucket', description: 'Calendar days since receipt.' });

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

/** What a report is about; its parts are counted when they are asked for. */
export interface ReportHead {
  readonly institutionId: string;
  readonly period: Period;
  readonly policyVersion: string;
}

@ObjectType({ description: 'Counts what the viewer’s worklist shows; reporters and superiors count the institution.' })
export class PetitionReport implements ReportHead {
  readonly institutionId!: string;

  @Field(() => PeriodType)
  readonly period!: Period;

  @Field(() => String)
  readonly policyVersion!: string;
}
