import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LawyerType } from './lawyer.type.ts';
import { Language, Specialty, Sponsor } from './rules/kinds.ts';

@InputType({ description: 'Both days included; without `validTo` until further notice.' })
export class SpecialtyTermInput {
  @Field(() => Specialty)
  readonly specialty!: Specialty;

  @Field(() => LocalDateScalar)
  readonly validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly validTo?: LocalDate | null;
}

@InputType({ description: 'When changing: absent stays as it is, null or an empty list clears.' })
export class LawyerInput {
  @Field(() => String, { nullable: true, description: 'Needed for a new lawyer.' })
  readonly name?: string | null;

  @Field(() => ID, { nullable: true, description: 'Needed for a new lawyer.' })
  readonly firmId?: string | null;

  @Field(() => String, { nullable: true, description: 'Seventeen digits; needed for a new lawyer.' })
  readonly licenceNumber?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The first day of practice; needed for a new lawyer.' })
  readonly practisingSince?: LocalDate | null;

  @Field(() => Sponsor, { nullable: true })
  readonly sponsor?: Sponsor | null;

  @Field(() => [Int], { nullable: true, description: 'Years whose annual review was passed.' })
  readonly passedReviewYears?: readonly number[] | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly disciplinedOn?: LocalDate | null;

  @Field(() => [SpecialtyTermInput], { nullable: true, description: 'All of them.' })
  readonly specialties?: readonly SpecialtyTermInput[] | null;

  @Field(() => [Language], { nullable: true })
  readonly languages?: readonly Language[] | null;

  @Field(() => Int, { nullable: true })
  readonly weeklyCap?: number | null;

  @Field(() => Int, { nullable: true })
  readonly monthlyCap?: number | null;

  @Field(() => [ID], { nullable: true, description: 'Where they can serve; empty: at every station.' })
  readonly stationIds?: readonly string[] | null;

  @Field(() => [ID], { nullable: true, description: 'Where they like to serve.' })
  readonly preferredStationIds?: readonly string[] | null;
}

@ObjectType()
export class LawyerPayload {
  @Field(() => LawyerType)
  readonly lawyer!: object;
}
