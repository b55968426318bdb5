import { DateTimeScalar } from '@everyletter/kit/subgraph-schema';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { PartySide } from '../party/party.type.ts';

@ObjectType('MediationNote', { description: 'For the mediator of the case alone.' })
export class NoteType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => PartySide, { nullable: true, description: 'Whose confidence it is; null for the mediator’s own.' })
  readonly side!: PartySide | null;

  @Field(() => DateTimeScalar)
  readonly writtenAt!: Date;
}

@InputType()
export class WriteNoteInput {
  @Field(() => ID)
  readonly referralId!: string;

  @Field(() => PartySide, { nullable: true })
  readonly side?: PartySide | null;

  @Field(() => String)
  readonly text!: string;
}
