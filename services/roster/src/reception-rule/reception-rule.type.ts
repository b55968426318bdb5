import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HolidayPolicy, Span } from './rules/recurrence.ts';

registerEnumType(HolidayPolicy, { name: 'HolidayPolicy', description: 'What becomes of a day that is not worked.' });
registerEnumType(Span, { name: 'ReceptionSpan', description: 'One leader takes a half-day, or the whole day.' });

const WEEKDAYS = '1 = Monday … 7 = Sunday; none: every working day, make-up days included.';
const NTH = 'Which of that weekday in the month, -1 for the last; none: all.';

@Directive('@key(fields: "id")')
@ObjectType('ReceptionRule', { description: 'When leaders receive, before holidays move it.' })
export class ReceptionRuleType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [Int], { description: WEEKDAYS })
  readonly weekdays!: readonly number[];

  @Field(() => [Int], { description: NTH })
  readonly nthInMonth!: readonly number[];

  @Field(() => Int)
  readonly everyWeeks!: number;

  @Field(() => Span)
  readonly span!: Span;

  @Field(() => HolidayPolicy)
  readonly holidayPolicy!: HolidayPolicy;

  @Field(() => LocalDateScalar)
  readonly validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly validTo!: LocalDate | null;
}

@InputType()
export class SaveReceptionRuleInput {
  @Field(() => ID, { nullable: true, description: 'None: a new rule.' })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that was on the screen.' })
  readonly version?: number | null;

  @Field(() => String)
  readonly name!: string;

  @Field(() => [Int], { description: WEEKDAYS })
  readonly weekdays!: readonly number[];

  @Field(() => [Int], { description: NTH })
  readonly nthInMonth!: readonly number[];

  @Field(() => Int)
  readonly everyWeeks!: number;

  @Field(() => Span)
  readonly span!: Span;

  @Field(() => HolidayPolicy)
  readonly holidayPolicy!: HolidayPolicy;

  @Field(() => LocalDateScalar)
  readonly validFrom!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly validTo?: LocalDate | null;
}

@InputType()
export class RemoveReceptionRuleInput {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly version!: number;
}

@ObjectType({ description: 'All rules as they are afterwards.' })
export class ReceptionRulesPayload {
  @Field(() => [ReceptionRuleType])
  readonly receptionRules!: readonly ReceptionRuleType[];
}

@ObjectType({ description: 'A day a rule names, and where a holiday moves it.' })
export class ReceptionOccurrence {
  @Field(() => LocalDateScalar)
  readonly date!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly plannedOn!: LocalDate;

  @Field(() => Boolean, { description: 'In a year without a published arrangement of holidays.' })
  readonly provisional!: boolean;
}
