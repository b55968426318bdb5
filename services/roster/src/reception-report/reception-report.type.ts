import { PeriodType, PhraseType } from '@everyletter/kit/figures';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ReceptionFigureWords } from './rules/figures.ts';

@ObjectType({ description: 'What a figure counts, beside the number.' })
export class ReceptionFigureDefinition {
  @Field(() => ID)
  readonly code!: string;

  @Field(() => PhraseType)
  readonly name!: ReceptionFigureWords['name'];

  @Field(() => PhraseType)
  readonly words!: ReceptionFigureWords['words'];
}

@ObjectType()
export class ReceptionFigure {
  @Field(() => ReceptionFigureDefinition)
  readonly definition!: ReceptionFigureDefinition;

  @Field(() => Int)
  readonly value!: number;

  @Field(() => Int, { nullable: true, description: 'Of how many, where it is a part.' })
  readonly of!: number | null;
}

@ObjectType('LeaderCompliance', { description: 'Of one leader in the rota.' })
export class LeaderComplianceType {
  @Field(() => ID)
  readonly leaderId!: string;

  @Field(() => Int, { description: 'Sessions in the period.' })
  readonly held!: number;

  @Field(() => Int, { description: 'Sessions in the year of the period’s last day, up to today.' })
  readonly heldThisYear!: number;

  @Field(() => Int, { description: 'Sessions that are planned for the rest of that year.' })
  readonly plannedThisYear!: number;

  @Field(() => Int, { description: 'Laid down for a year.' })
  readonly minimum!: number;
}

@ObjectType('KeyPeriodCoverage', { description: 'Half-days of a key period and those with enough leaders.' })
export class KeyPeriodCoverageType {
  @Field(() => ID)
  readonly keyPeriodId!: string;

  @Field(() => Int)
  readonly required!: number;

  @Field(() => Int)
  readonly covered!: number;
}

@ObjectType({ description: 'Leaders’ reception in a period; every figure with what it counts.' })
export class ReceptionReport {
  @Field(() => PeriodType)
  readonly period!: PeriodType;

  @Field(() => String, { description: 'On what the minimum rests.' })
  readonly legalBasis!: string;

  @Field(() => ReceptionFigure)
  readonly sessionsHeld!: ReceptionFigure;

  @Field(() => ReceptionFigure)
  readonly visitorsBooked!: ReceptionFigure;

  @Field(() => ReceptionFigure)
  readonly visitorsReceived!: ReceptionFigure;

  @Field(() => ReceptionFigure)
  readonly leadersCompliant!: ReceptionFigure;

  @Field(() => ReceptionFigure)
  readonly keyHalfDaysCovered!: ReceptionFigure;

  @Field(() => [LeaderComplianceType], { description: 'From the top.' })
  readonly leaders!: readonly LeaderComplianceType[];

  @Field(() => [KeyPeriodCoverageType])
  readonly keyPeriods!: readonly KeyPeriodCoverageType[];
}
