import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Note } from './note.entity.ts';
import { Task } from './task.entity.ts';

/** Tasks and notes by petition, batched; row-level security shows those of visible petitions. */
export class Tasks {
  private readonly loader = new DataLoader<string, Task[]>(
    async (petitionIds) => {
      const order = { orderBy: { dueOn: 1, id: 1 } } as const;
      const found = await this.em.find(Task, { petitionId: { $in: [...petitionIds] } }, order);
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  private readonly noteLoader = new DataLoader<string, Note[]>(
    async (petitionIds) => {
      const found = await this.em.find(Note, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: -1 } });
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** The nearest day first. Rides `task_petition`. */
  of({ id }: { readonly id: string }): Promise<Task[]> {
    return this.loader.load(id);
  }

  /** Newest first. Rides `note_petition`. */
  notesOf({ id }: { readonly id: string }): Promise<Note[]> {
    return this.noteLoader.load(id);
  }

  /** For a change, locked. @throws NotFound `TASK_NOT_FOUND` */
  async change(id: string): Promise<Task> {
    const found = isId(id) ? await this.em.findOne(Task, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (!found) throw new NotFound('TASK_NOT_FOUND', { field: 'taskId' });
    return found;
  }
}
