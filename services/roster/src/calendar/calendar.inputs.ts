import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { WorkingCalendar } from './calendar.type.ts';

@InputType()
export class PublishCalendarInput {
  @Field(() => String, { description: 'The text of the notice as published, or JSON: year, daysOff, extraWorkdays.' })
  readonly text!: string;

  @Field(() => Int, { nullable: true, description: 'For a text without its title.' })
  readonly year?: number | null;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@InputType()
export class OverrideDayInput {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => Boolean)
  readonly working!: boolean;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;
}

@ObjectType()
export class CalendarPayload {
  @Field(() => WorkingCalendar)
  readonly calendar!: WorkingCalendar;
}
