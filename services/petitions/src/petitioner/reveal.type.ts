import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { RevealField, RevealPurpose } from './rules/reveal.ts';

registerEnumType(RevealField, { name: 'RevealField' });
registerEnumType(RevealPurpose, { name: 'RevealPurpose' });

@InputType()
export class RevealPetitionerInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => [RevealField], { description: 'What is needed, and no more.' })
  readonly fields!: readonly RevealField[];

  @Field(() => RevealPurpose)
  readonly purpose!: RevealPurpose;

  @Field(() => String, { nullable: true, description: 'Needed for SUPERVISION.' })
  readonly note?: string | null;
}

@ObjectType({ description: 'What was asked for, in clear; null where it was not asked for or not known.' })
export class RevealPayload {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => String, { nullable: true })
  readonly name!: string | null;

  @Field(() => String, { nullable: true })
  readonly idNumber!: string | null;

  @Field(() => String, { nullable: true })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true })
  readonly address!: string | null;

  @Field(() => String, { nullable: true })
  readonly body!: string | null;

  @Field(() => [String], { description: 'Their names come with NAME.' })
  readonly representatives!: readonly string[];

  @Field(() => ID)
  readonly auditEntryId!: string;
}
