import { connectionOf } from '@everyletter/kit/paging';
import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ReminderKind } from './rules/ladder.ts';

registerEnumType(ReminderKind, {
  name: 'ReminderKind',
  description: '临期提醒承办人 · 临期提醒部门负责人 · 到期报分管院领导 · 逾期报检察长',
});

@ObjectType('Reminder', { description: 'That a day comes near or has passed; told once.' })
export class ReminderType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReminderKind)
  readonly kind!: ReminderKind;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;

  @Field(() => DateTimeScalar)
  readonly raisedAt!: Date;

  @Field(() => Boolean)
  readonly read!: boolean;

  @Field(() => Boolean, { description: 'Whether the clock still runs towards that day.' })
  readonly open!: boolean;
}

@ObjectType()
export class ReminderConnection extends connectionOf(ReminderType, 'Reminder') {}

@ObjectType('ReminderWatch', { description: 'Whether reminders are being looked for, and what waits for the viewer.' })
export class ReminderWatchType {
  @Field(() => Int, { description: 'Unread ones of clocks that run still.' })
  readonly unread!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'The end of the last scan; null before the first.' })
  readonly scannedAt!: Date | null;

  @Field(() => Boolean, { description: 'No scan for longer than the policy pack allows: nobody is being reminded.' })
  readonly silent!: boolean;
}

@ObjectType('ClockCheck', { description: 'The stored days held against what their events fold to.' })
export class ClockCheckType {
  @Field(() => LocalDateScalar, { nullable: true })
  readonly checkedOn!: LocalDate | null;

  @Field(() => Int)
  readonly checked!: number;

  @Field(() => [String], { description: 'Numbers of petitions whose stored day differs; empty when all agree.' })
  readonly differing!: readonly string[];
}

@InputType()
export class MarkRemindersReadInput {
  @Field(() => [ID], { nullable: true, description: 'All of the viewer’s when left out.' })
  readonly ids?: readonly string[] | null;
}

@ObjectType()
export class RemindersReadPayload {
  @Field(() => Int)
  readonly marked!: number;

  @Field(() => Int, { description: 'Unread ones that are left.' })
  readonly unread!: number;
}
