import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { Language, Specialty } from '../lawyer/rules/kinds.ts';
import { ExceptionKind } from './rules/slots.ts';

@InputType({ description: 'A new line, one version for each half-day; or, with an id, that version from a day on.' })
export class RequirementLineInput {
  @Field(() => ID, { nullable: true })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'As it was read; needed with an id.' })
  readonly version?: number | null;

  @Field(() => ID)
  readonly stationId!: string;

  @Field(() => [HalfDay], { description: 'With an id only its own.' })
  readonly halfDays!: readonly HalfDay[];

  @Field(() => Int)
  readonly lawyers!: number;

  @Field(() => [Int], { nullable: true, description: '1 is Monday; absent or null is every working day.' })
  readonly weekdays?: readonly number[] | null;

  @Field(() => [Specialty], { description: 'One of them is enough; none means any.' })
  readonly specialties!: readonly Specialty[];

  @Field(() => Language, { nullable: true })
  readonly language?: Language | null;

  @Field(() => Int, { description: '1 is ordinary.' })
  readonly priority!: number;

  @Field(() => LocalDateScalar, { description: 'Not before today: days gone by are not rewritten.' })
  readonly effectiveFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly effectiveTo?: LocalDate | null;
}

@InputType()
export class RequirementExceptionInput {
  @Field(() => ID)
  readonly stationId!: string;

  @Field(() => ExceptionKind)
  readonly kind!: ExceptionKind;

  @Field(() => HalfDay, { nullable: true })
  readonly halfDay?: HalfDay | null;

  @Field(() => Int, { nullable: true, description: 'Needed to raise or lower; absent closes every line.' })
  readonly line?: number | null;

  @Field(() => Int, { nullable: true, description: 'Needed to raise or lower.' })
  readonly lawyers?: number | null;

  @Field(() => LocalDateScalar)
  readonly fromDate!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly toDate!: LocalDate;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly documentNumber?: string | null;
}
