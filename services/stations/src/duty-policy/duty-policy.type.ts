import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@ObjectType('EligibilityTerms')
@InputType('EligibilityTermsInput')
export class EligibilityTermsType {
  @Field(() => Int, { description: 'Whole years.' })
  readonly minYearsOfPractice!: number;

  @Field(() => Int, { description: 'How many of the last annual reviews must have been passed.' })
  readonly passedReviews!: number;

  @Field(() => Int, { description: 'From this month on (1–12) the review of the year before is expected.' })
  readonly reviewMonth!: number;

  @Field(() => Int, { description: 'Years after which discipline no longer counts.' })
  readonly disciplineFreeYears!: number;
}

@ObjectType({ description: 'Where the numbers come from, in the original.' })
export class DutyGrounds {
  @Field(() => String)
  readonly eligibility!: string;

  @Field(() => String)
  readonly swapNoticeHours!: string;

  @Field(() => String)
  readonly opinionAnswer!: string;

  @Field(() => String)
  readonly legalAid!: string;
}

@ObjectType('DutyPolicy', {
  description: 'The numbers lawyers’ duty is organised by. Version 0 is what every institution starts with.',
})
export class DutyPolicyType {
  @Field(() => Int)
  readonly version!: number;

  @Field(() => EligibilityTermsType)
  readonly eligibility!: EligibilityTermsType;

  @Field(() => Int)
  readonly swapNoticeHours!: number;

  @Field(() => Int)
  readonly lateAfterMinutes!: number;

  @Field(() => Int)
  readonly checkInEarlyMinutes!: number;

  @Field(() => Int, { description: 'Working days.' })
  readonly opinionAnswerWorkdays!: number;

  @Field(() => Int, { description: 'Calendar days.' })
  readonly legalAidDecideDays!: number;

  @Field(() => Int, { description: 'Calendar days.' })
  readonly legalAidAppointDays!: number;

  @Field(() => DutyGrounds)
  readonly grounds!: DutyGrounds;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly changedAt!: Date | null;
}

@InputType()
export class ChangeDutyPolicyInput {
  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => EligibilityTermsType, { nullable: true })
  readonly eligibility?: EligibilityTermsType | null;

  @Field(() => Int, { nullable: true })
  readonly swapNoticeHours?: number | null;

  @Field(() => Int, { nullable: true })
  readonly lateAfterMinutes?: number | null;

  @Field(() => Int, { nullable: true })
  readonly checkInEarlyMinutes?: number | null;

  @Field(() => Int, { nullable: true })
  readonly opinionAnswerWorkdays?: number | null;

  @Field(() => Int, { nullable: true })
  readonly legalAidDecideDays?: number | null;

  @Field(() => Int, { nullable: true })
  readonly legalAidAppointDays?: number | null;
}
