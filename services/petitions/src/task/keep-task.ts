import { authorize, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { NOTE_WORDS, Note } from './note.entity.ts';
import { TASK_WORDS, Task } from './task.entity.ts';
import type { AddNoteInput, AddTaskInput, TellAssistanceInput } from './task.type.ts';

/** Characters. */
const TASK_MAX = 300;
const NOTE_MAX = 2000;

/** Gives a colleague something to do by a day. */
export async function addTask(input: AddTaskInput, context: Context): Promise<Petition> {
  const { colleagues, em, now, today, viewer, options } = context;
  const petition = await toChange(input.petitionId, context);
  const { assigneeId, dueOn } = input;
  const words = cleanText(input.words, { field: 'words', min: 2, max: TASK_MAX });
  if (dueOn < today) throw new Invalid('TASK_DUE_IN_PAST', { field: 'dueOn', today });
  await colleagues.requireAll([assigneeId], 'assigneeId');
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const wordsSealed = sealNote(words, TASK_WORDS(id), petition, options.keys);
  const by = { addedById: viewer.staffId as string, addedAt: now };
  em.persist(em.create(Task, { id, institutionId, petitionId, wordsSealed, assigneeId, dueOn, ...by }));
  recordEntry(petition, { kind: 'TASK_ADDED', facts: { taskId: id, dueOn, assigneeId }, detail: words }, context);
  return kept(petition, 'ADD_TASK', context);
}

export async function finishTask(taskId: string, context: Context): Promise<Petition> {
  const { tasks, viewer, today } = context;
  const task = await tasks.change(taskId);
  const petition = await toChange(task.petitionId, context);
  task.finish(viewer.staffId as string, today);
  recordEntry(petition, { kind: 'TASK_DONE', facts: { taskId } }, context);
  return kept(petition, 'FINISH_TASK', context);
}

export async function addNote(input: AddNoteInput, context: Context): Promise<Petition> {
  const { em, now, viewer, options } = context;
  const petition = await toChange(input.petitionId, context);
  const words = cleanText(input.words, { field: 'words', min: 2, max: NOTE_MAX });
  const id = newId(now);
  const { institutionId, id: petitionId } = petition;
  const wordsSealed = sealNote(words, NOTE_WORDS(id), petition, options.keys);
  const by = { writtenById: viewer.staffId as string, writtenAt: now };
  em.persist(em.create(Note, { id, institutionId, petitionId, wordsSealed, ...by }));
  return kept(petition, 'ADD_NOTE', context);
}

/**
 * 应救助尽救助: who qualifies is told. Source: 人民检察院开展国家司法救助工作细则: proactively tell. No pledge is asked for.
 * @throws RuleBroken `ASSISTANCE_ALREADY_TOLD`; Invalid `ASSISTANCE_DAY_INVALID`
 */
export async function tellAssistance({ petitionId, toldOn }: TellAssistanceInput, context: Context): Promise<Petition> {
  const petition = await toChange(petitionId, context);
  const { assistanceToldOn, receivedOn } = petition;
  if (assistanceToldOn) throw new RuleBroken('ASSISTANCE_ALREADY_TOLD', { field: 'petitionId', on: assistanceToldOn });
  if (toldOn > context.today || toldOn < receivedOn) {
    throw new Invalid('ASSISTANCE_DAY_INVALID', { field: 'toldOn', receivedOn, today: context.today });
  }
  petition.assistanceToldOn = toldOn;
  recordEntry(petition, { kind: 'ASSISTANCE_TOLD', on: toldOn }, context);
  return kept(petition, 'TELL_ASSISTANCE', context);
}

async function toChange(petitionId: string, { petitions, viewer }: Context): Promise<Petition> {
  const petition = await petitions.change(petitionId, null);
  authorize(canWorkOn(viewer, petition));
  return petition;
}

async function kept(petition: Petition, action: string, context: Context): Promise<Petition> {
  await auditChange(context, { action, subjectType: 'Petition', subjectId: petition.id, facts: {} });
  await context.em.flush();
  return petition;
}
