import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LeaderGrade } from '../leader/leader-profile.type.ts';

const GRADE = 'At least one leader of this grade or above; none: any leader.';

@Directive('@key(fields: "id")')
@ObjectType('KeyPeriod', { description: 'Days of a great event, when more leaders sit in the hall.' })
export class KeyPeriodType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Included.' })
  readonly toOn!: LocalDate;

  @Field(() => Int)
  readonly leadersPerHalfDay!: number;

  @Field(() => LeaderGrade, { nullable: true, description: GRADE })
  readonly minimumGrade!: LeaderGrade | null;

  @Field(() => Boolean, { description: 'Otherwise only its working days count.' })
  readonly includesDaysOff!: boolean;
}

@InputType()
export class SaveKeyPeriodInput {
  @Field(() => ID, { nullable: true, description: 'None: a new one.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was on the screen.' })
  readonly version?: number | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => LocalDateScalar)
  readonly fromOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly toOn!: LocalDate;

  @Field(() => Int)
  readonly leadersPerHalfDay!: number;

  @Field(() => LeaderGrade, { nullable: true, description: GRADE })
  readonly minimumGrade?: LeaderGrade | null;

  @Field(() => Boolean)
  readonly includesDaysOff!: boolean;
}

@InputType()
export class RemoveKeyPeriodInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;
}

@ObjectType({ description: 'All key periods as they are afterwards.' })
export class KeyPeriodsPayload {
  @Field(() => [KeyPeriodType])
  readonly keyPeriods!: readonly KeyPeriodType[];
}
