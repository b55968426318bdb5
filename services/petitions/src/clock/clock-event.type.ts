import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { ClockEvent } from './rules/clock.ts';

export const ClockEventKind = {
  STARTED: 'STARTED',
  WITHDRAWN: 'WITHDRAWN',
  EXTENDED: 'EXTENDED',
  STOPPED: 'STOPPED',
  REOPENED: 'REOPENED',
  RECOUNTED: 'RECOUNTED',
} as const satisfies Record<ClockEvent['type'], ClockEvent['type']>;
registerEnumType(ClockEventKind, { name: 'ClockEventKind' });

@ObjectType('ClockEvent', { description: 'One thing that happened to a clock; its dates follow from all of them.' })
export class ClockEventType {
  @Field(() => ClockEventKind)
  readonly type!: string;

  @Field(() => LocalDateScalar, { name: 'on', description: 'The civil day it counts for.' })
  readonly onDate!: string;

  @Field(() => Int, { nullable: true, description: 'Of an extension.' })
  readonly months!: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The due day from here on.' })
  readonly dueOn!: string | null;

  @Field(() => DateTimeScalar)
  readonly recordedAt!: Date;

  @Field(() => String)
  readonly policyVersion!: string;

  @Field(() => Int)
  readonly calendarVersion!: number;
}
