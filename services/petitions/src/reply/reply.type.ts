import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReplyKind, ReplyMeans, ReplyState } from './rules/reply-kinds.ts';
import type { Words } from './rules/reply-template.ts';

registerEnumType(ReplyKind, { name: 'ReplyKind', description: '程序性回复 · 办理进展答复 · 办理结果答复' });
registerEnumType(ReplyState, { name: 'ReplyState' });
registerEnumType(ReplyMeans, { name: 'ReplyMeans' });

@ObjectType('ReplyField')
export class ReplyFieldType {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly value!: string;
}

@ObjectType('ReplyCheck', { description: 'What a letter must hold before it goes to its approver.' })
export class ReplyCheckType {
  @Field(() => String)
  readonly code!: string;

  @Field(() => Boolean)
  readonly passed!: boolean;

  @Field(() => PhraseType)
  readonly words!: Words;
}

@Directive('@key(fields: "id")')
@ObjectType('Reply', { description: 'A letter to the petitioner, from draft to dispatch.' })
export class ReplyType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReplyKind)
  readonly kind!: ReplyKind;

  @Field(() => ReplyState)
  readonly state!: ReplyState;

  @Field(() => Int, { description: 'Hand it back with a change; a stale one is refused.' })
  readonly version!: number;

  @Field(() => ID)
  readonly templateId!: string;

  @Field(() => ReplyMeans, { nullable: true })
  readonly means!: ReplyMeans | null;

  @Field(() => String, { nullable: true })
  readonly letterNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'By which a petitioner can check that the letter is ours.' })
  readonly verificationCode!: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly dispatchedOn!: string | null;
}
