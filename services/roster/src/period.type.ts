import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, InputType, ObjectType } from 'type-graphql';

@InputType({ description: 'Both days included.' })
export class PeriodInput {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}

@Directive('@shareable')
@ObjectType('Period', { description: 'Both days included.' })
export class PeriodType {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly to!: LocalDate;
}
