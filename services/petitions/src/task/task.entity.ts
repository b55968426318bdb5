import { RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';

/** Something one colleague is to do about a petition by a day; its words are sealed. */
const TaskSchema = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    wordsSealed: p.blob(),
    assigneeId: p.uuid(),
    dueOn: p.date(),
    addedById: p.uuid(),
    addedAt: p.datetime(),
    doneOn: p.date().nullable(),
    doneById: p.uuid().nullable(),
  },
});
export class Task extends TaskSchema.class {
  /** @throws RuleBroken `TASK_ALREADY_DONE` */
  finish(staffId: string, today: LocalDate): void {
    if (this.doneOn) throw new RuleBroken('TASK_ALREADY_DONE', { field: 'taskId', doneOn: this.doneOn });
    this.doneOn = today;
    this.doneById = staffId;
  }
}
TaskSchema.setClass(Task);

export const TASK_WORDS = (id: string) => `task.words:${id}`;
