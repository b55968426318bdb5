import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';

registerEnumType(HalfDay, { name: 'HalfDay' });

@Directive('@key(fields: "id")')
@ObjectType('Assignment', { description: 'One lawyer at one station for one half-day.' })
export class AssignmentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;
}
