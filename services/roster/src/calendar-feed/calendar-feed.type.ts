import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, InputType, ObjectType, registerEnumType } from 'type-graphql';

export const CalendarFeedKind = { MY_DUTIES: 'MY_DUTIES', HALL: 'HALL' } as const;
export type CalendarFeedKind = (typeof CalendarFeedKind)[keyof typeof CalendarFeedKind];
registerEnumType(CalendarFeedKind, {
  name: 'CalendarFeedKind',
  description: 'MY_DUTIES: reception days of the viewer. HALL: those of every leader.',
});

@ObjectType('CalendarFeed', { description: 'An address for calendar apps; it is told once and kept as a hash.' })
export class CalendarFeedType {
  @Field(() => CalendarFeedKind)
  readonly kind!: CalendarFeedKind;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null while there is none.' })
  readonly issuedAt!: Date | null;
}

@InputType()
export class CalendarFeedInput {
  @Field(() => CalendarFeedKind)
  readonly kind!: CalendarFeedKind;
}

@ObjectType()
export class IssueCalendarFeedPayload {
  @Field(() => CalendarFeedType)
  readonly calendarFeed!: CalendarFeedType;

  @Field(() => String, { description: 'Where a calendar app finds it, from the root of the site; never told again.' })
  readonly path!: string;
}

@ObjectType()
export class RevokeCalendarFeedPayload {
  @Field(() => CalendarFeedType)
  readonly calendarFeed!: CalendarFeedType;
}
