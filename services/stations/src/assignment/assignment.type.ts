import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { AssignmentStatus } from './assignment.entity.ts';

registerEnumType(HalfDay, { name: 'HalfDay' });
registerEnumType(AssignmentStatus, { name: 'AssignmentStatus' });

@Directive('@key(fields: "id")')
@ObjectType('Assignment', { description: 'One lawyer at one station for one half-day.' })
export class AssignmentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => Int, { description: 'The station’s line whose seat it is.' })
  readonly line!: number;

  @Field(() => Int)
  readonly seat!: number;

  @Field(() => AssignmentStatus)
  readonly status!: AssignmentStatus;

  @Field(() => Boolean, { description: 'Planning leaves it as it is.' })
  readonly locked!: boolean;
}
