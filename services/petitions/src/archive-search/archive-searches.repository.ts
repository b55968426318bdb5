import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { ArchiveSearch } from './archive-search.entity.ts';

/** Searches by petition, batched; row-level security shows those of visible petitions. */
export class ArchiveSearches {
  private readonly loader = new DataLoader<string, ArchiveSearch[]>(async (petitionIds) => {
    const found = await this.em.find(ArchiveSearch, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: 1 } });
    const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
    return petitionIds.map((id) => byPetition.get(id) ?? []);
  });

  constructor(private readonly em: EntityManager) {}

  /** In the order they were made. Rides `archive_search_petition`. */
  of({ id }: { readonly id: string }): Promise<ArchiveSearch[]> {
    return this.loader.load(id);
  }

  add(search: ArchiveSearch): void {
    this.em.persist(search);
    this.loader.clear(search.petitionId);
  }
}
