import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ReminderKind } from './rules/due-reminders.ts';

registerEnumType(ReminderKind, { name: 'MediationReminderKind' });

@ObjectType('MediationReminder', { description: 'That something of an agreement is due; told once.' })
export class ReminderType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReminderKind)
  readonly kind!: ReminderKind;

  @Field(() => LocalDateScalar)
  readonly dueOn!: LocalDate;

  @Field(() => DateTimeScalar)
  readonly madeAt!: Date;
}
