import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { SwapAudience, SwapKind, SwapState } from './rules/swap-state.ts';

registerEnumType(SwapKind, { name: 'SwapKind', description: '请人替班 · 互换' });
registerEnumType(SwapAudience, { name: 'SwapAudience' });
registerEnumType(SwapState, { name: 'SwapState' });

@ObjectType('Swap', {
  description: 'A lawyer asks others to take a duty; it follows the duty, whatever its time becomes.',
})
export class SwapType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => SwapKind)
  readonly kind!: SwapKind;

  @Field(() => SwapState)
  readonly state!: SwapState;

  @Field(() => String, { description: 'Their name when they asked.' })
  readonly askedByName!: string;

  @Field(() => String, { nullable: true })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar)
  readonly askedAt!: Date;

  @Field(() => Int, { description: 'How many were asked.' })
  readonly offers!: number;

  @Field(() => String, { nullable: true })
  readonly answeredByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly answeredAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly decisionNote!: string | null;

  @Field(() => Int)
  readonly version!: number;
}

@InputType()
export class AskSwapInput {
  @Field(() => ID)
  readonly dutyId!: string;

  @Field(() => SwapKind)
  readonly kind!: SwapKind;

  @Field(() => SwapAudience)
  readonly audience!: SwapAudience;

  @Field(() => String, { nullable: true })
  readonly reason?: string | null;
}

@InputType()
export class AnswerSwapInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Boolean)
  readonly accept!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'One of the answering lawyer’s own duties; needed to accept an exchange.',
  })
  readonly returnDutyId?: string | null;
}

@InputType()
export class DecideSwapInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => Boolean)
  readonly approve!: boolean;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@ObjectType()
export class SwapPayload {
  @Field(() => SwapType)
  readonly swap!: object;
}
