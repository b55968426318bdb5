import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EligibilityRule } from './rules/eligibility.ts';
import { Language, Specialty, Sponsor } from './rules/kinds.ts';

registerEnumType(Specialty, { name: 'Specialty' });
registerEnumType(Sponsor, { name: 'Sponsor', description: '法律援助机构 · 律师协会 · 律所协议' });
registerEnumType(Language, { name: 'Language' });
registerEnumType(EligibilityRule, { name: 'EligibilityRule' });

@Directive('@key(fields: "id")')
@ObjectType('LawFirm')
export class LawFirmType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType('LawyerSpecialty', { description: 'Both days included; `validTo` null: until further notice.' })
export class LawyerSpecialtyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Specialty)
  readonly specialty!: Specialty;

  @Field(() => LocalDateScalar)
  readonly validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly validTo!: LocalDate | null;
}

@ObjectType('EligibilityCheck', { description: 'One rule held against one lawyer.' })
export class EligibilityCheckType {
  @Field(() => EligibilityRule)
  readonly rule!: EligibilityRule;

  @Field(() => Boolean)
  readonly passed!: boolean;

  @Field(() => PhraseType, { description: 'Why.' })
  readonly words!: PhraseType;
}

@Directive('@key(fields: "id")')
@ObjectType('Lawyer', { description: 'A lawyer who serves at the stations.' })
export class LawyerType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Sponsor, { description: 'Who sends them.' })
  readonly sponsor!: Sponsor;

  @Field(() => String, { nullable: true })
  readonly licenceNumber!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly practisingSince!: LocalDate | null;

  @Field(() => [Int], { description: 'Years whose annual review was passed.' })
  readonly passedReviewYears!: readonly number[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Of the latest penalty.' })
  readonly disciplinedOn!: LocalDate | null;

  @Field(() => [Language])
  readonly languages!: readonly Language[];

  @Field(() => Int, { nullable: true, description: 'Half-days a week; null: no cap.' })
  readonly weeklyCap!: number | null;

  @Field(() => Int, { nullable: true, description: 'Half-days a month; null: no cap.' })
  readonly monthlyCap!: number | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly joinedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day they serve.' })
  readonly endedOn!: LocalDate | null;

  @Field(() => Int)
  readonly version!: number;
}
