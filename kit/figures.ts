import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { AskedPeriod, Period } from './period.ts';
import { LocalDateScalar } from './subgraph-schema.ts';
import type { LocalDate } from './time.ts';

/** What a figure of a report is, in every subgraph the same. */

export const FigureScope = { OWN: 'OWN', WITH_CHILDREN: 'WITH_CHILDREN', BY_CHILD: 'BY_CHILD' } as const;
export type FigureScope = (typeof FigureScope)[keyof typeof FigureScope];
registerEnumType(FigureScope, {
  name: 'FigureScope',
  description:
    'The institution alone, with all below it as one, or itself and each institution right below it with all below that.',
});

export const FigureComparison = { PREVIOUS: 'PREVIOUS', LAST_YEAR: 'LAST_YEAR' } as const;
export type FigureComparison = (typeof FigureComparison)[keyof typeof FigureComparison];
registerEnumType(FigureComparison, {
  name: 'FigureComparison',
  description: 'The period just before, as long; the same days a year earlier.',
});

export const FigureUnit = { COUNT: 'COUNT', RATE: 'RATE', MEAN: 'MEAN' } as const;
export type FigureUnit = (typeof FigureUnit)[keyof typeof FigureUnit];
registerEnumType(FigureUnit, {
  name: 'FigureUnit',
  description: 'A number of things; a share from 0 to 1; so many of something for each.',
});

export interface Phrase {
  readonly zh: string;
  readonly en: string;
}

/** A figure's name and meaning, in both languages, served as data beside the numbers. */
export interface FigureWords<Code extends string = string> {
  readonly code: Code;
  readonly name: Phrase;
  readonly words: Phrase;
  readonly unit: FigureUnit;
}

@InputType({
  description: 'Given in one way: both days (included), a month as 2026-10, a quarter as 2026-Q4, or a year.',
})
export class PeriodInput implements AskedPeriod {
  @Field(() => LocalDateScalar, { nullable: true })
  readonly from?: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly to?: LocalDate | null;

  @Field(() => String, { nullable: true })
  readonly month?: string | null;

  @Field(() => String, { nullable: true })
  readonly quarter?: string | null;

  @Field(() => Int, { nullable: true })
  readonly year?: number | null;
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

@Directive('@shareable')
@ObjectType('FigureWords', { description: 'What a figure counts, beside the number.' })
export class FigureWordsType {
  @Field(() => ID)
  readonly code!: string;

  @Field(() => PhraseType)
  readonly name!: Phrase;

  @Field(() => PhraseType)
  readonly words!: Phrase;

  @Field(() => FigureUnit)
  readonly unit!: FigureUnit;
}

@Directive('@shareable')
@ObjectType('FigureFraction', { description: '`value` is null when there is nothing to divide by.' })
export class FigureFractionType {
  @Field(() => Float, { nullable: true })
  readonly value!: number | null;

  @Field(() => Float)
  readonly numerator!: number;

  @Field(() => Float)
  readonly denominator!: number;
}

@Directive('@shareable')
@ObjectType('ComparedFigure', { description: 'The same figure over another period.' })
export class ComparedFigureType {
  @Field(() => FigureComparison)
  readonly comparison!: FigureComparison;

  @Field(() => PeriodType)
  readonly period!: Period;

  @Field(() => Float, { nullable: true })
  readonly value!: number | null;

  @Field(() => Float, { nullable: true })
  readonly numerator!: number | null;

  @Field(() => Float, { nullable: true })
  readonly denominator!: number | null;

  @Field(() => Float, { nullable: true, description: 'The figure less this one; of rates, in parts of 1.' })
  readonly difference!: number | null;
}

@Directive('@shareable')
@ObjectType('ReportFigure', { description: 'One number of a report with all it takes to check it.' })
export class ReportFigureType {
  @Field(() => ID, { description: 'The code of its definition.' })
  readonly key!: string;

  @Field(() => FigureWordsType)
  readonly definition!: FigureWords;

  @Field(() => ID, { description: 'The institution, or the root of the institutions, it is about.' })
  readonly institutionId!: string;

  @Field(() => PeriodType)
  readonly period!: Period;

  @Field(() => String, { nullable: true, description: 'A month as 2026-10, a code or an id; null where not grouped.' })
  readonly group!: string | null;

  @Field(() => String, { nullable: true, description: 'What the group is called, where it is not a code.' })
  readonly groupName!: string | null;

  @Field(() => Float, { nullable: true, description: 'Null when withheld or when there is nothing to divide by.' })
  readonly value!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of rates and means; null when withheld.' })
  readonly numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'The strict denominator of rates and means.' })
  readonly denominator!: number | null;

  @Field(() => FigureFractionType, { nullable: true, description: 'Without those nobody could have reached.' })
  readonly reachable!: FigureFractionType | null;

  @Field(() => Boolean, { description: 'Small numbers are withheld: there are at least as many as it says.' })
  readonly isAtLeast!: boolean;

  @Field(() => String, { description: 'The rules in force by which it was counted.' })
  readonly policyVersion!: string;

  @Field(() => String, { description: 'Query string of the page that lists exactly what is counted; empty for none.' })
  readonly listQuery!: string;

  @Field(() => String, { description: 'The same for what a rate misses.' })
  readonly missedListQuery!: string;

  @Field(() => [ComparedFigureType])
  readonly compared!: readonly ComparedFigureType[];
}
