import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const HalfDay = { MORNING: 'MORNING', AFTERNOON: 'AFTERNOON' } as const;
export type HalfDay = (typeof HalfDay)[keyof typeof HalfDay];
registerEnumType(HalfDay, { name: 'HalfDay' });

@Directive('@key(fields: "id")')
@ObjectType('ReceptionDay', { description: 'A half-day in which a leader receives visitors in the hall.' })
export class ReceptionDayType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => String)
  readonly place!: string;

  @Field(() => Int, { description: 'Grows with every change.' })
  readonly revision!: number;
}
