import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';
import type { FieldChange } from './edit-reply.ts';
import { ReplyType } from './reply.type.ts';
import { ReplyKind, ReplyMeans } from './rules/reply-kinds.ts';

/** Characters; two pages of a letter, and a paragraph. */
const FIELD_MAX = 4000;
const REASON_MAX = 1000;

@InputType()
export class DraftReplyInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => ReplyKind)
  readonly kind!: ReplyKind;

  @Field(() => ID)
  readonly templateId!: string;
}

@InputType()
export class ReplyFieldInput {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly value!: string;
}

@InputType()
export class ReplyStepInput {
  @Field(() => ID)
  readonly replyId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType()
export class EditReplyInput extends ReplyStepInput {
  @Field(() => [ReplyFieldInput], { description: 'Fields that are not named stay; an empty value clears.' })
  readonly fields!: readonly ReplyFieldInput[];
}

@InputType()
export class SendBackReplyInput extends ReplyStepInput {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecipientMeansInput {
  @Field(() => ID)
  readonly recipientId!: string;

  @Field(() => ReplyMeans)
  readonly means!: ReplyMeans;
}

@InputType()
export class DispatchReplyInput extends ReplyStepInput {
  @Field(() => ReplyMeans)
  readonly means!: ReplyMeans;

  @Field(() => LocalDateScalar, { description: 'Not after today; what stops the clock.' })
  readonly dispatchedOn!: LocalDate;

  @Field(() => [RecipientMeansInput], { nullable: true, description: 'Those who get it another way than `means`.' })
  readonly recipients?: readonly RecipientMeansInput[] | null;
}

@ObjectType()
export class ReplyPayload {
  @Field(() => ReplyType)
  readonly reply!: object;

  @Field(() => PetitionType)
  readonly petition!: object;
}

/** @throws Invalid when a value holds what no text may hold */
export function changesOf({ fields }: EditReplyInput): FieldChange[] {
  return fields.map(({ key, value }, at) => ({
    key,
    value: cleanText(value, { field: `fields.${at}.value`, max: FIELD_MAX }),
  }));
}

/** @throws Invalid when it is empty or holds what no text may hold */
export function reasonOf({ reason }: SendBackReplyInput): string {
  return cleanText(reason, { field: 'reason', min: 1, max: REASON_MAX });
}
