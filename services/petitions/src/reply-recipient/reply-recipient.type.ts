import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReplyMeans } from '../reply/rules/reply-kinds.ts';
import { type DeliveryReport, DeliveryState, RecipientKind } from './rules/delivery.ts';

registerEnumType(RecipientKind, { name: 'RecipientKind', description: '信访人 · 代表人 · 律师 · 转交人' });
registerEnumType(DeliveryState, { name: 'DeliveryState', description: '待发 · 已发出 · 已送达 · 退回 · 未送达' });

/** Characters; what the post office writes on it. */
const REASON_MAX = 300;

@ObjectType('ReplyRecipient', { description: 'One of those a reply goes to, by their own record; masked.' })
export class ReplyRecipientType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => RecipientKind)
  readonly kind!: RecipientKind;

  @Field(() => DeliveryState)
  readonly state!: DeliveryState;

  @Field(() => ReplyMeans, { nullable: true })
  readonly means!: ReplyMeans | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly sentOn!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it arrived or came back.' })
  readonly settledOn!: string | null;

  @Field(() => Int, { description: 'How often it was sent.' })
  readonly sendings!: number;
}

@InputType()
export class RecipientStepInput {
  @Field(() => ID)
  readonly replyId!: string;

  @Field(() => Int, { description: 'The version of the reply that was on the screen.' })
  readonly version!: number;

  @Field(() => ID)
  readonly recipientId!: string;
}

@InputType()
export class RecordDeliveryInput extends RecipientStepInput {
  @Field(() => DeliveryState, { description: 'DELIVERED, RETURNED or FAILED.' })
  readonly state!: DeliveryState;

  @Field(() => LocalDateScalar)
  readonly on!: LocalDate;

  @Field(() => String, { nullable: true, description: 'What was written on it; needed when it did not arrive.' })
  readonly reason?: string | null;
}

@InputType()
export class ResendReplyInput extends RecipientStepInput {
  @Field(() => ReplyMeans)
  readonly means!: ReplyMeans;

  @Field(() => LocalDateScalar, { description: 'Not after today; what stops the clock anew.' })
  readonly dispatchedOn!: LocalDate;
}

/** @throws Invalid when the reason holds what no text may hold */
export function reportOf({ state, on, reason }: RecordDeliveryInput): DeliveryReport {
  return { state, on, reason: reason == null ? null : cleanText(reason, { field: 'reason', max: REASON_MAX }) || null };
}
