import { PhraseType } from '@everyletter/kit/figures';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { PetitionType } from '../petition/petition.type.ts';
import { Track } from '../petition/rules/kinds.ts';

export const FormRemarkLevel = { REPAIR: 'REPAIR', WARNING: 'WARNING' } as const;
export type FormRemarkLevel = (typeof FormRemarkLevel)[keyof typeof FormRemarkLevel];
registerEnumType(FormRemarkLevel, { name: 'FormRemarkLevel', description: 'REPAIR: will be tidied as told.' });

@ObjectType('FormRemark')
export class FormRemarkType {
  @Field(() => String, { description: 'Of the form.' })
  readonly field!: string;

  @Field(() => FormRemarkLevel)
  readonly level!: FormRemarkLevel;

  @Field(() => PhraseType)
  readonly words!: PhraseType;
}

@ObjectType('RegistrationCheck', { description: 'What can be told of a form before it is registered.' })
export class RegistrationCheckType {
  @Field(() => [FormRemarkType])
  readonly remarks!: readonly FormRemarkType[];

  @Field(() => Boolean, { description: 'It was received more than the permitted workdays ago.' })
  readonly registeredLate!: boolean;

  @Field(() => Track)
  readonly track!: Track;

  @Field(() => PhraseType)
  readonly trackReason!: PhraseType;

  @Field(() => LocalDateScalar, { description: 'Of the procedural reply.' })
  readonly proceduralDueOn!: string;

  @Field(() => Boolean)
  readonly provisional!: boolean;
}

@ObjectType()
export class RegisterPetitionPayload {
  @Field(() => PetitionType)
  readonly petition!: object;

  @Field(() => String, { description: 'For the petitioner alone: printed on the receipt, kept nowhere in clear.' })
  readonly queryCode!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of whoever came in person today: called out in the hall, from 001 on every day.',
  })
  readonly queueNumber!: string | null;

  @Field(() => String, { description: 'Where the printable receipt is.' })
  readonly receiptPath!: string;

  @Field(() => String, { description: 'Where the printable label for the letter is.' })
  readonly labelPath!: string;
}

@ObjectType({ description: 'What the petitioner is told at once by the system that handed it in.' })
export class TakenInPayload {
  @Field(() => String)
  readonly number!: string;

  @Field(() => String)
  readonly queryCode!: string;

  @Field(() => LocalDateScalar)
  readonly receivedOn!: string;

  @Field(() => LocalDateScalar, { description: 'By when the procedural reply is given.' })
  readonly replyDueOn!: string;
}
