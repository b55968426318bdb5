import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ClockState } from './rules/clock.ts';
import type { Phrase } from './rules/explanation.ts';

export const ClockKindEnum = {
  PROCEDURAL: 'PROCEDURAL',
  SUBSTANTIVE: 'SUBSTANTIVE',
  FOLLOW_UP: 'FOLLOW_UP',
  SUPERIOR_REPORT: 'SUPERIOR_REPORT',
  WRONG_TRANSFER_OBJECTION: 'WRONG_TRANSFER_OBJECTION',
  URGENT: 'URGENT',
  CATEGORY: 'CATEGORY',
} as const;
export type ClockKindEnum = (typeof ClockKindEnum)[keyof typeof ClockKindEnum];
registerEnumType(ClockKindEnum, { name: 'ClockKind', description: 'Which promise is being counted.' });

export const ClockStateEnum = {
  NOT_STARTED: 'NOT_STARTED',
  RUNNING: 'RUNNING',
  DUE_SOON: 'DUE_SOON',
  OVERDUE: 'OVERDUE',
  STOPPED: 'STOPPED',
} as const;
registerEnumType(ClockStateEnum, { name: 'ClockState' });

@ObjectType('TimeLimit', {
  description: 'When a petition received on a day must be answered, and how that was counted.',
})
export class TimeLimitType {
  @Field(() => ClockKindEnum)
  readonly kind!: ClockKindEnum;

  @Field(() => LocalDateScalar)
  readonly receivedOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The last day on which an answer is in time.' })
  readonly dueOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description: 'The last working day on or before the raw day: work towards this one.',
  })
  readonly targetOn!: LocalDate;

  @Field(() => Boolean, { description: 'Falls in a year whose days off are not published; will be counted again.' })
  readonly provisional!: boolean;

  @Field(() => String)
  readonly policyVersion!: string;

  @Field(() => Int)
  readonly calendarVersion!: number;

  @Field(() => String)
  readonly legalBasis!: string;

  @Field(() => [PhraseType])
  readonly steps!: readonly Phrase[];
}

@ObjectType('Clock', { description: 'One promise, counted: words and ticks are the server’s.' })
export class ClockType {
  @Field(() => ClockKindEnum)
  readonly kind!: ClockKindEnum;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly startedOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly dueOn!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly targetOn!: LocalDate | null;

  @Field(() => Boolean)
  readonly provisional!: boolean;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly stoppedOn!: LocalDate | null;

  @Field(() => ClockStateEnum)
  readonly state!: ClockState;

  @Field(() => Int, { description: 'Calendar days from start to due day.' })
  readonly totalDays!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar days left until the due day, negative when overdue; null unless running.',
  })
  readonly remainingDays!: number | null;

  @Field(() => Int)
  readonly ticks!: number;

  @Field(() => Int)
  readonly usedTicks!: number;

  @Field(() => PhraseType)
  readonly label!: Phrase;

  @Field(() => String)
  readonly policyVersion!: string;

  @Field(() => Int)
  readonly calendarVersion!: number;
}
