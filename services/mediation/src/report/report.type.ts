import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, Int, ObjectType } from 'type-graphql';
import { PartnerOrganisationType } from '../organisation/organisation.type.ts';
import { DisputeField } from '../organisation/rules/kinds.ts';

@ObjectType('MediationFigure', { description: 'A count with its definition; null where it is withheld as too small.' })
export class MediationFigureType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => PhraseType)
  readonly name!: PhraseType;

  @Field(() => PhraseType)
  readonly words!: PhraseType;

  @Field(() => Int, { nullable: true })
  readonly value!: number | null;
}

@ObjectType('PartnerFigure', { description: 'What became of the referrals to one partner.' })
export class PartnerFigureType {
  @Field(() => PartnerOrganisationType)
  readonly organisation!: object;

  @Field(() => Int, { nullable: true })
  readonly referred!: number | null;

  @Field(() => Int, { nullable: true })
  readonly agreed!: number | null;

  @Field(() => Int, { nullable: true })
  readonly performed!: number | null;
}

@ObjectType('DisputeFieldFigure', { description: 'What became of the referrals of one kind of dispute.' })
export class DisputeFieldFigureType {
  @Field(() => DisputeField)
  readonly field!: DisputeField;

  @Field(() => Int, { nullable: true })
  readonly referred!: number | null;

  @Field(() => Int, { nullable: true })
  readonly agreed!: number | null;

  @Field(() => Int, { nullable: true })
  readonly performed!: number | null;
}

@ObjectType('MediationReport', { description: 'Counts of referrals proposed in a period, as they stand today.' })
export class MediationReportType {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;

  @Field(() => [MediationFigureType])
  readonly figures!: readonly MediationFigureType[];

  @Field(() => [PartnerFigureType])
  readonly byPartner!: readonly PartnerFigureType[];

  @Field(() => [DisputeFieldFigureType])
  readonly byField!: readonly DisputeFieldFigureType[];

  @Field(() => Int, { nullable: true, description: 'Counts below are withheld from this viewer; null if none are.' })
  readonly smallestCell!: number | null;
}
