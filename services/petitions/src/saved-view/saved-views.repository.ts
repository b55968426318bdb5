import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { WorklistFilterInput } from '../worklist/worklist.inputs.ts';
import { SavedView } from './saved-view.entity.ts';

/** Counts the lists of several filters in one statement, in their order. */
export type CountLists = (filters: readonly WorklistFilterInput[]) => Promise<readonly number[]>;

/** The viewer's own views and those shared with their departments; row-level security hides the others. */
export class SavedViews {
  private counts: DataLoader<SavedView, number> | undefined;

  constructor(private readonly em: EntityManager) {}

  /** In the order they were saved. */
  all(): Promise<SavedView[]> {
    return this.em.find(SavedView, {}, { orderBy: { savedAt: 1, id: 1 } });
  }

  /** However many are asked for in one tick, `countLists` is called once. */
  countOf(view: SavedView, countLists: CountLists): Promise<number> {
    this.counts ??= new DataLoader((views) => countLists(views.map(({ filter }) => filter as WorklistFilterInput)));
    return this.counts.load(view);
  }

  /** @throws NotFound `SAVED_VIEW_NOT_FOUND`; Conflict `SAVED_VIEW_CHANGED` */
  async change(id: string, version: number): Promise<SavedView> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const view = isId(id) ? await this.em.findOne(SavedView, { id }, { lockMode }) : null;
    if (!view) throw new NotFound('SAVED_VIEW_NOT_FOUND', { field: 'id' });
    if (view.version !== version) throw new Conflict('SAVED_VIEW_CHANGED', { field: 'version', version: view.version });
    return view;
  }
}
