import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PartySide } from '../party/party.type.ts';

export const OfferAnswer = { ACCEPTED: 'ACCEPTED', REFUSED: 'REFUSED' } as const;
export type OfferAnswer = (typeof OfferAnswer)[keyof typeof OfferAnswer];
registerEnumType(OfferAnswer, { name: 'OfferAnswer' });

@ObjectType('Offer', { description: 'What one side is ready to do; for the mediator of the case alone.' })
export class OfferType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'From 1, in the order they were made.' })
  readonly number!: number;

  @Field(() => PartySide)
  readonly side!: PartySide;

  @Field(() => ID, { nullable: true, description: 'The version it takes the place of.' })
  readonly followsId!: string | null;

  @Field(() => LocalDateScalar)
  readonly madeOn!: string;

  @Field(() => OfferAnswer, { nullable: true })
  readonly answer!: OfferAnswer | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly answeredOn!: string | null;
}

@InputType()
export class MakeOfferInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => PartySide)
  readonly side!: PartySide;

  @Field(() => String)
  readonly content!: string;

  @Field(() => ID, { nullable: true })
  readonly followsId?: string | null;
}

@InputType()
export class AnswerOfferInput {
  @Field(() => ID)
  readonly offerId!: string;

  @Field(() => OfferAnswer)
  readonly answer!: OfferAnswer;
}
