import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { Language, Specialty } from '../lawyer/rules/kinds.ts';
import { ExceptionKind } from './rules/slots.ts';

registerEnumType(ExceptionKind, {
  name: 'ExceptionKind',
  description: '停开 · 加开 · 减少: closed, more lawyers, fewer lawyers.',
});

@ObjectType('RequirementLine', {
  description: 'One version of what a station asks of one half-day; versions of a line follow one another.',
})
export class RequirementLineType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: 'The number of the line at its station.' })
  readonly line!: number;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => Int)
  readonly lawyers!: number;

  @Field(() => [Int], {
    nullable: true,
    description: '1 is Monday, 7 Sunday; null is every working day, make-up working days included.',
  })
  readonly weekdays!: readonly number[] | null;

  @Field(() => [Specialty], { description: 'One of them is enough; none means any.' })
  readonly specialties!: readonly Specialty[];

  @Field(() => Language, { nullable: true })
  readonly language!: Language | null;

  @Field(() => Int, { description: '1 is ordinary; an open seat of 2 weighs twice as much.' })
  readonly priority!: number;

  @Field(() => LocalDateScalar)
  readonly effectiveFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day; null is until further notice.' })
  readonly effectiveTo!: LocalDate | null;

  @Field(() => Int)
  readonly version!: number;
}

@ObjectType('RequirementException', { description: 'Some days ask for more, fewer or no lawyers, with the reason.' })
export class RequirementExceptionType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ExceptionKind)
  readonly kind!: ExceptionKind;

  @Field(() => HalfDay, { nullable: true, description: 'Null is the whole day.' })
  readonly halfDay!: HalfDay | null;

  @Field(() => Int, { nullable: true, description: 'Null is every line.' })
  readonly line!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many then; null when closed.' })
  readonly lawyers!: number | null;

  @Field(() => LocalDateScalar)
  readonly fromDate!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly toDate!: LocalDate;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly documentNumber!: string | null;
}
