import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { PetitionPayload } from '../petition/petition.inputs.ts';
import { PetitionType } from '../petition/petition.type.ts';
import { openNote } from '../petitioner/sealed-note.ts';
import { StaffRef } from '../refs/staff.ts';
import { addNote, addTask, finishTask, tellAssistance } from './keep-task.ts';
import { NOTE_WORDS, type Note } from './note.entity.ts';
import { TASK_WORDS, type Task } from './task.entity.ts';
import { AddNoteInput, AddTaskInput, NoteType, TaskType, TellAssistanceInput } from './task.type.ts';

@Resolver(() => TaskType)
export class TaskResolver {
  @Mutation(() => PetitionPayload)
  async addTask(
    @Arg('input', () => AddTaskInput) input: AddTaskInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await addTask(input, context) };
  }

  @Mutation(() => PetitionPayload)
  async finishTask(@Arg('taskId', () => ID) taskId: string, @Ctx() context: Context): Promise<PetitionPayload> {
    return { petition: await finishTask(taskId, context) };
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  async words(@Root() { id, petitionId, wordsSealed }: Task, @Ctx() { petitions, options }: Context): Promise<string> {
    return openNote(wordsSealed, TASK_WORDS(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => StaffRef)
  assignee(@Root() { assigneeId }: Task): StaffRef {
    return { id: assigneeId };
  }
}

@Resolver(() => NoteType)
export class NoteResolver {
  @Mutation(() => PetitionPayload)
  async addNote(
    @Arg('input', () => AddNoteInput) input: AddNoteInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await addNote(input, context) };
  }

  @FieldResolver(() => String, { description: 'With the petitioner’s own data masked.' })
  async words(@Root() { id, petitionId, wordsSealed }: Note, @Ctx() { petitions, options }: Context): Promise<string> {
    return openNote(wordsSealed, NOTE_WORDS(id), await petitions.get(petitionId), options.keys);
  }

  @FieldResolver(() => StaffRef)
  writtenBy(@Root() { writtenById }: Note): StaffRef {
    return { id: writtenById };
  }
}

/** What tasks and notes add to a petition. */
@Resolver(() => PetitionType)
export class PetitionTasksResolver {
  @Mutation(() => PetitionPayload, {
    description: 'The petitioner was told that they may ask for judicial assistance.',
  })
  async tellAssistance(
    @Arg('input', () => TellAssistanceInput) input: TellAssistanceInput,
    @Ctx() context: Context,
  ): Promise<PetitionPayload> {
    return { petition: await tellAssistance(input, context) };
  }

  @FieldResolver(() => [TaskType], { description: 'The nearest day first.' })
  tasks(@Root() petition: Petition, @Ctx() { tasks }: Context): Promise<Task[]> {
    return tasks.of(petition);
  }

  @FieldResolver(() => [NoteType], { description: 'Newest first.' })
  notes(@Root() petition: Petition, @Ctx() { tasks }: Context): Promise<Note[]> {
    return tasks.notesOf(petition);
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'When they were told of judicial assistance.' })
  assistanceToldOn(@Root() { assistanceToldOn }: Petition): string | null {
    return assistanceToldOn ?? null;
  }
}
