import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export const FeedbackGrade = { SATISFIED: 'SATISFIED', NEUTRAL: 'NEUTRAL', DISSATISFIED: 'DISSATISFIED' } as const;
export type FeedbackGrade = (typeof FeedbackGrade)[keyof typeof FeedbackGrade];
registerEnumType(FeedbackGrade, { name: 'FeedbackGrade' });

@InputType()
export class RecordFeedbackInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => ID, { description: 'Only that it answered is kept, not what.' })
  readonly partyId!: string;

  @Field(() => FeedbackGrade)
  readonly grade!: FeedbackGrade;

  @Field(() => Boolean, { description: 'Whether it felt free to say no at any time.' })
  readonly feltFree!: boolean;
}

@ObjectType('FeedbackCount', { description: 'Null where it is withheld as too small.' })
export class FeedbackCountType {
  @Field(() => FeedbackGrade)
  readonly grade!: FeedbackGrade;

  @Field(() => Int, { nullable: true })
  readonly count!: number | null;
}

@ObjectType('MediationFeedback', { description: 'What parties thought of mediations; small counts nobody reads.' })
export class MediationFeedbackType {
  @Field(() => Boolean, { description: 'Whether parties are asked at all; off unless somebody turned it on.' })
  readonly asked!: boolean;

  @Field(() => Int, { nullable: true })
  readonly answers!: number | null;

  @Field(() => [FeedbackCountType])
  readonly byGrade!: readonly FeedbackCountType[];

  @Field(() => Int, { nullable: true, description: 'Who felt free to say no.' })
  readonly feltFree!: number | null;

  @Field(() => Int, { description: 'Counts below are withheld from everybody.' })
  readonly smallestCell!: number;

  @Field(() => Boolean)
  readonly viewerCanChange!: boolean;
}

@ObjectType()
export class FeedbackSettingPayload {
  @Field(() => Boolean)
  readonly asked!: boolean;
}
