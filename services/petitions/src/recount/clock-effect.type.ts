import { connectionOf } from '@everyletter/kit/paging';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { ClockKindEnum } from '../clock/clock.type.ts';

@ObjectType('ClockMove', { description: 'A day that would be another one.' })
export class ClockMoveType {
  @Field(() => String, { description: 'Of the petition; nothing else of it is told.' })
  readonly number!: string;

  @Field(() => ClockKindEnum)
  readonly kind!: ClockKindEnum;

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;

  @Field(() => Boolean, { description: 'Whether the new day is in a year without a notice.' })
  readonly provisional!: boolean;
}

@ObjectType('ClockEffect', {
  description: 'What other terms would do to the clocks that run; `totalCount` would move.',
})
export class ClockEffectType extends connectionOf(ClockMoveType, 'ClockMove') {
  @Field(() => Int, { description: 'Clocks that run.' })
  readonly open!: number;

  @Field(() => Int, { description: 'Days that hold, and would no longer be provisional.' })
  readonly settled!: number;
}

@InputType({ description: 'A working calendar that is being thought of: the whole of it.' })
export class ThoughtOfCalendarInput {
  @Field(() => [Int], { description: 'Years whose arrangement is known.' })
  readonly years!: readonly number[];

  @Field(() => [LocalDateScalar], { description: 'Weekdays that are off.' })
  readonly daysOff!: readonly LocalDate[];

  @Field(() => [LocalDateScalar], { description: 'Weekend days that are worked.' })
  readonly extraWorkdays!: readonly LocalDate[];
}
