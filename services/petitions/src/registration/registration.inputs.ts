import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, Int } from 'type-graphql';
import { textOrNull } from '../petition/petition.inputs.ts';
import { Category, Channel, IdentityKind } from '../petition/rules/kinds.ts';
import type { RegistrationForm } from './rules/registration-form.ts';

/** Characters, as in a ledger. */
const MAX = { name: 50, idNumber: 30, phone: 60, address: 200, subject: 200, body: 10_000, organ: 100 } as const;

@InputType({ description: 'The form as it stands; what is not filled in is left out.' })
export class RegistrationFormInput {
  @Field(() => Channel)
  readonly channel!: Channel;

  @Field(() => Category)
  readonly category!: Category;

  @Field(() => IdentityKind)
  readonly identityKind!: IdentityKind;

  @Field(() => String, { description: 'What it is about, without personal data.' })
  readonly subject!: string;

  @Field(() => String, { nullable: true, description: 'The letter, or what the visitor or caller said.' })
  readonly body?: string | null;

  @Field(() => LocalDateScalar, { description: 'The day of the stamp; may be before today.' })
  readonly receivedOn!: LocalDate;

  @Field(() => String, { nullable: true, description: 'Needed unless anonymous.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true })
  readonly idNumber?: string | null;

  @Field(() => String, { nullable: true })
  readonly phone?: string | null;

  @Field(() => String, { nullable: true })
  readonly address?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 1, description: 'How many people stand behind it.' })
  readonly peopleCount?: number | null;

  @Field(() => [String], { nullable: true, description: 'Who speaks for them: from 2 people on, at most five.' })
  readonly representatives?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The organ that ordered it or passed it on; needed for SUPERIOR_ASSIGNED and TRANSFERRED_IN.',
  })
  readonly superiorFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'By when a superior wants the result.' })
  readonly reportBackDueOn?: LocalDate | null;
}

@InputType()
export class RegisterPetitionInput {
  @Field(() => String, {
    description: '16 to 64 letters, digits and hyphens, made anew for each form: sent twice, it registers once.',
  })
  readonly idempotencyKey!: string;

  @Field(() => RegistrationFormInput)
  readonly form!: RegistrationFormInput;

  @Field(() => [ID], { nullable: true, description: 'Scans uploaded before, in the order of their pages.' })
  readonly scanIds?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: 'The earlier petition about the same thing, as a person decided.' })
  readonly repeatOfId?: string | null;
}

/** A form that is being filled in: a subject of which there is hardly anything yet is no fault. */
export function draftOf(input: RegistrationFormInput): RegistrationForm {
  const subject = input.subject.trim().length < 2 ? '……' : input.subject;
  return formOf({ ...input, subject });
}

/** @throws Invalid when a text holds what no text may hold, or is too long */
export function formOf(input: RegistrationFormInput): RegistrationForm {
  return {
    channel: input.channel,
    category: input.category,
    identityKind: input.identityKind,
    subject: cleanText(input.subject, { field: 'subject', min: 2, max: MAX.subject }),
    body: textOrNull(input.body, 'body', MAX.body),
    receivedOn: input.receivedOn,
    name: textOrNull(input.name, 'name', MAX.name),
    idNumber: textOrNull(input.idNumber, 'idNumber', MAX.idNumber),
    phone: textOrNull(input.phone, 'phone', MAX.phone),
    address: textOrNull(input.address, 'address', MAX.address),
    peopleCount: input.peopleCount ?? 1,
    representatives: (input.representatives ?? []).flatMap(
      (name) => textOrNull(name, 'representatives', MAX.name) ?? [],
    ),
    superiorFrom: textOrNull(input.superiorFrom, 'superiorFrom', MAX.organ),
    reportBackDueOn: input.reportBackDueOn ?? null,
  };
}
