import { DateTimeScalar, LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import type { LocalDate } from '@everyletter/kit/time';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('Task', { description: 'Something one colleague is to do about a petition by a day.' })
export class TaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDateScalar)
  readonly dueOn!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly doneOn!: string | null;
}

@ObjectType('Note', { description: 'What colleagues tell each other; never part of a letter.' })
export class NoteType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => DateTimeScalar)
  readonly writtenAt!: Date;
}

@InputType()
export class AddTaskInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => String)
  readonly words!: string;

  @Field(() => ID)
  readonly assigneeId!: string;

  @Field(() => LocalDateScalar, { description: 'Not before today.' })
  readonly dueOn!: LocalDate;
}

@InputType()
export class AddNoteInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => String)
  readonly words!: string;
}

@InputType()
export class TellAssistanceInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => LocalDateScalar, { description: 'The day the petitioner was told they may apply.' })
  readonly toldOn!: LocalDate;
}
