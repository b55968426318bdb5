import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { HearingKind, HearingOutcome, HearingState } from './rules/hearing.ts';

registerEnumType(HearingKind, { name: 'HearingKind', description: '听证 · 简易听证 · 上门听证 · 网上听证' });
registerEnumType(HearingState, { name: 'HearingState' });
registerEnumType(HearingOutcome, { name: 'HearingOutcome', description: 'What the majority of the officers holds.' });

@ObjectType('Hearing', { description: 'A hearing about what a petition asks.' })
export class HearingType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => HearingKind)
  readonly kind!: HearingKind;

  @Field(() => HearingState)
  readonly state!: HearingState;

  @Field(() => LocalDateScalar)
  readonly plannedOn!: string;

  @Field(() => String, { description: 'HH:MM in Shanghai.' })
  readonly startsAt!: string;

  @Field(() => String)
  readonly place!: string;

  @Field(() => LocalDateScalar, { description: 'The day everybody was told.' })
  readonly noticedOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly heldOn!: string | null;

  @Field(() => HearingOutcome, { nullable: true })
  readonly outcome!: HearingOutcome | null;
}

@InputType()
export class PlanHearingInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => HearingKind)
  readonly kind!: HearingKind;

  @Field(() => LocalDateScalar)
  readonly plannedOn!: LocalDate;

  @Field(() => String, { description: 'HH:MM in Shanghai.' })
  readonly startsAt!: string;

  @Field(() => String)
  readonly place!: string;

  @Field(() => LocalDateScalar, { description: 'The day everybody is told.' })
  readonly noticedOn!: LocalDate;

  @Field(() => [String], { description: 'Names of the hearing officers; how many is the policy pack’s.' })
  readonly officers!: readonly string[];
}

@InputType()
export class RecordHearingInput {
  @Field(() => ID)
  readonly hearingId!: string;

  @Field(() => LocalDateScalar)
  readonly heldOn!: LocalDate;

  @Field(() => HearingOutcome)
  readonly outcome!: HearingOutcome;

  @Field(() => String, { description: 'Who said what, and what the majority holds.' })
  readonly record!: string;
}

@InputType()
export class CallOffHearingInput {
  @Field(() => ID)
  readonly hearingId!: string;

  @Field(() => String)
  readonly reason!: string;
}
