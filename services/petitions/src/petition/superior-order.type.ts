import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ObjectType } from 'type-graphql';
import { ClockType } from '../clock/clock.type.ts';
import type { ShownClock } from '../clock/stored-clock.ts';

@ObjectType('SuperiorOrder', { description: '上级交办: who wants a report, and by when.' })
export class SuperiorOrderType {
  @Field(() => String)
  readonly from!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly reportBackDueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'The number the organ above gave it.' })
  readonly number!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of the conclusion report.' })
  readonly reportedOn!: string | null;

  @Field(() => ClockType, { nullable: true })
  readonly clock!: ShownClock | null;
}
