import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export const LeaderGrade = {
  CHIEF_PROCURATOR: 'CHIEF_PROCURATOR',
  DEPUTY_CHIEF: 'DEPUTY_CHIEF',
  COMMITTEE_MEMBER: 'COMMITTEE_MEMBER',
  DEPARTMENT_DIRECTOR: 'DEPARTMENT_DIRECTOR',
} as const;
export type LeaderGrade = (typeof LeaderGrade)[keyof typeof LeaderGrade];
registerEnumType(LeaderGrade, { name: 'LeaderGrade', description: 'From the top.' });

const SHARE = 'Part of the turns that is fair, against 1 for a deputy.';
const WEEKDAYS = 'Days they would rather not; 1 = Monday.';

@ObjectType('LeaderProfile', { description: 'How a leader takes part in the rota.' })
export class LeaderProfileType {
  @Field(() => ID, { description: 'Of the member of staff.' })
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => LeaderGrade)
  readonly grade!: LeaderGrade;

  @Field(() => Float, { description: SHARE })
  readonly share!: number;

  @Field(() => [Int], { description: WEEKDAYS })
  readonly dislikedWeekdays!: readonly number[];

  @Field(() => Boolean)
  readonly takesPart!: boolean;
}

@InputType()
export class SaveLeaderProfileInput {
  @Field(() => ID)
  readonly staffId!: string;

  @Field(() => Int, { nullable: true, description: 'The version that was on the screen; none for the first time.' })
  readonly version?: number | null;

  @Field(() => LeaderGrade)
  readonly grade!: LeaderGrade;

  @Field(() => [ID], { description: 'Departments they answer for.' })
  readonly lineDepartmentIds!: readonly string[];

  @Field(() => Float, { description: SHARE })
  readonly share!: number;

  @Field(() => [Int], { description: WEEKDAYS })
  readonly dislikedWeekdays!: readonly number[];

  @Field(() => Boolean)
  readonly takesPart!: boolean;
}

@ObjectType()
export class LeaderProfilePayload {
  @Field(() => LeaderProfileType)
  readonly leaderProfile!: LeaderProfileType;
}
