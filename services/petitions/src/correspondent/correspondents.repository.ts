import { NotFound } from '@everyletter/kit/errors';
import { loadById } from '@everyletter/kit/load-by-id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Correspondent } from './correspondent.entity.ts';

/** Correspondents by petition, batched; row-level security shows those of visible petitions. */
export class Correspondents {
  private readonly byId = loadById(this.em, Correspondent);

  private readonly loader = new DataLoader<string, Correspondent[]>(
    async (petitionIds) => {
      const condition = { petitionId: { $in: [...petitionIds] } };
      const found = await this.em.find(Correspondent, condition, { orderBy: { id: 1 } });
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** In the order they were added. Rides `correspondent_petition`. */
  of({ id }: { readonly id: string }): Promise<Correspondent[]> {
    return this.loader.load(id);
  }

  /** @throws NotFound `CORRESPONDENT_NOT_FOUND` */
  async get(id: string): Promise<Correspondent> {
    const found = await this.byId.load(id);
    if (!found) throw new NotFound('CORRESPONDENT_NOT_FOUND', { field: 'correspondentId' });
    return found;
  }

  add(correspondent: Correspondent): void {
    this.em.persist(correspondent);
  }
}
