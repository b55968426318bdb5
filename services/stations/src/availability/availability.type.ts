import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { HalfDay } from '../coverage/rules/coverage.ts';
import { AvailabilityLevel } from './rules/availability.ts';

registerEnumType(AvailabilityLevel, { name: 'AvailabilityLevel', description: '优先 · 可以 · 尽量不 · 不能' });

@ObjectType('WeeklySlot')
@InputType('WeeklySlotInput')
export class WeeklySlotType {
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday.' })
  readonly weekday!: number;

  @Field(() => HalfDay)
  readonly halfDay!: HalfDay;

  @Field(() => AvailabilityLevel)
  readonly level!: AvailabilityLevel;
}

@ObjectType('DatedAvailability', { description: 'Both days included; `halfDay` null: the whole day.' })
export class DatedAvailabilityType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly startsOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly endsOn!: LocalDate;

  @Field(() => HalfDay, { nullable: true })
  readonly halfDay!: HalfDay | null;

  @Field(() => AvailabilityLevel)
  readonly level!: AvailabilityLevel;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;
}

@InputType()
export class AddDatedAvailabilityInput {
  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => LocalDateScalar)
  readonly startsOn!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Included.' })
  readonly endsOn!: LocalDate;

  @Field(() => HalfDay, { nullable: true, description: 'Absent: the whole day.' })
  readonly halfDay?: HalfDay | null;

  @Field(() => AvailabilityLevel)
  readonly level!: AvailabilityLevel;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}

@InputType()
export class ImportAvailabilityInput {
  @Field(() => ID)
  readonly lawyerId!: string;

  @Field(() => String, { description: 'The text of an .ics file: what stands in it is when the lawyer cannot serve.' })
  readonly calendar!: string;

  @Field(() => Boolean, { description: 'Only says what would be taken over.' })
  readonly dryRun!: boolean;
}

@ObjectType()
export class ImportedDays {
  @Field(() => LocalDateScalar)
  readonly startsOn!: LocalDate;

  @Field(() => LocalDateScalar)
  readonly endsOn!: LocalDate;

  @Field(() => HalfDay, { nullable: true })
  readonly halfDay!: HalfDay | null;
}

@ObjectType()
export class AvailabilityImport {
  @Field(() => [ImportedDays], { description: 'What is new; words of the calendar’s entries are not taken over.' })
  readonly taken!: readonly ImportedDays[];

  @Field(() => Int, { description: 'Entries that were there already.' })
  readonly known!: number;

  @Field(() => Int, {
    description: 'Entries that lie wholly in the past, are free time, or say nothing about a half-day.',
  })
  readonly skipped!: number;
}
