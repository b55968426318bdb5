import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, ObjectType } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';

@ObjectType('DutyChange', { description: 'A half-day that became a lawyer’s, or no longer is theirs.' })
export class DutyChangeType {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => Boolean)
  readonly gained!: boolean;
}

@ObjectType('DutyNotice', { description: 'What a published plan changed for one lawyer.' })
export class DutyNoticeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTimeScalar)
  readonly createdAt!: Date;

  @Field(() => [DutyChangeType], { description: 'By day.' })
  readonly changes!: readonly DutyChangeType[];
}

@ObjectType()
export class DutyNoticesPayload {
  @Field(() => [DutyNoticeType], { description: 'What is left to take note of.' })
  readonly dutyNotices!: readonly DutyNoticeType[];
}
