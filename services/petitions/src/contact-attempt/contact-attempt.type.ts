import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ContactChannel, ContactOutcome } from './rules/contact.ts';

registerEnumType(ContactChannel, { name: 'ContactChannel', description: 'In the order they are tried.' });
registerEnumType(ContactOutcome, { name: 'ContactOutcome' });

@ObjectType('ContactAttempt')
export class ContactAttemptType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ContactChannel)
  readonly channel!: ContactChannel;

  @Field(() => ContactOutcome)
  readonly outcome!: ContactOutcome;

  @Field(() => LocalDateScalar)
  readonly attemptedOn!: string;

  @Field(() => Int, { nullable: true })
  readonly minutes!: number | null;
}

@InputType()
export class RecordContactAttemptInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => ContactChannel)
  readonly channel!: ContactChannel;

  @Field(() => ContactOutcome)
  readonly outcome!: ContactOutcome;

  @Field(() => LocalDateScalar)
  readonly attemptedOn!: LocalDate;

  @Field(() => [ID], { description: 'Who tried; a home visit takes two.' })
  readonly officerIds!: readonly string[];

  @Field(() => Int, { nullable: true })
  readonly minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'What was said; needed for a home visit.' })
  readonly record?: string | null;
}
