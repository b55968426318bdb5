import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { ReplyKind } from '../reply/rules/reply-kinds.ts';
import { PublicStage } from './rules/public-stage.ts';

registerEnumType(PublicStage, { name: 'PublicStage', description: 'What a petitioner is told of how far it is.' });

@ObjectType({ description: 'That this office wrote such a letter, and on which day; nothing personal.' })
export class PublicLetter {
  @Field(() => String)
  readonly office!: string;

  @Field(() => ReplyKind)
  readonly kind!: ReplyKind;

  @Field(() => LocalDateScalar)
  readonly signedOn!: string;
}

@ObjectType({ description: 'A letter to the petitioner, as it was sent.' })
export class PublicReply {
  @Field(() => ReplyKind)
  readonly kind!: ReplyKind;

  @Field(() => String)
  readonly letterNumber!: string;

  @Field(() => LocalDateScalar)
  readonly sentOn!: string;

  @Field(() => String)
  readonly body!: string;
}

@ObjectType({ description: 'What the petitioner left here before, or what the office wrote to them here.' })
export class PublicMessage {
  @Field(() => LocalDateScalar)
  readonly on!: string;

  @Field(() => Boolean)
  readonly fromOffice!: boolean;

  @Field(() => String)
  readonly text!: string;
}

@ObjectType({ description: 'A petition as its petitioner may look it up: stage, dates and the letters to them.' })
export class PublicStatus {
  @Field(() => String)
  readonly number!: string;

  @Field(() => String)
  readonly office!: string;

  @Field(() => String)
  readonly officePhone!: string;

  @Field(() => PublicStage)
  readonly stage!: PublicStage;

  @Field(() => LocalDateScalar)
  readonly receivedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly replyDueOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly repliedOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'While an answer is owed.' })
  readonly answerDueOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The next monthly answer, when one is owed.' })
  readonly nextAnswerOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where it was sent on to, once the letter has said so.' })
  readonly sentOnTo!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was joined to another matter.' })
  readonly mergedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The petition it is answered with, if the same person’s.' })
  readonly mergedWith!: string | null;

  @Field(() => [PublicReply], { description: 'Oldest first.' })
  readonly replies!: readonly PublicReply[];

  @Field(() => [PublicMessage], { description: 'Oldest first.' })
  readonly messages!: readonly PublicMessage[];
}

@InputType()
export class LeaveMessageInput {
  @Field(() => String)
  readonly number!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly text!: string;
}

@ObjectType()
export class LeaveMessagePayload {
  @Field(() => PublicStatus, { nullable: true, description: 'Null for a wrong number or code.' })
  readonly status!: PublicStatus | null;
}
