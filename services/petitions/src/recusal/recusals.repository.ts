import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Recusal } from './recusal.entity.ts';

/** Who keeps away from which matter; callers come from a petition they see. Made per request. */
export class Recusals {
  /** Rides `recusal_matter`. */
  private readonly loader = new DataLoader<string, Recusal[]>(
    async (matterIds) => {
      const found = await this.em.find(Recusal, { matterId: { $in: [...matterIds] } }, { orderBy: { id: 1 } });
      const byMatter = Map.groupBy(found, ({ matterId }) => matterId);
      return matterIds.map((id) => byMatter.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** Oldest first, those lifted again too. */
  ofMatter(matterId: string): Promise<Recusal[]> {
    return this.loader.load(matterId);
  }

  /** @throws NotFound `RECUSAL_NOT_FOUND` */
  async get(id: string): Promise<Recusal> {
    const found = isId(id) ? await this.em.findOne(Recusal, { id }) : null;
    if (!found) throw new NotFound('RECUSAL_NOT_FOUND', { field: 'recusalId' });
    return found;
  }

  /** @throws RuleBroken `STAFF_RECUSED` when they keep away from the matter */
  async requireFree(matterId: string, staffId: string | null, field = 'handlerId'): Promise<void> {
    if (staffId && (await this.standing(matterId, staffId))) throw new RuleBroken('STAFF_RECUSED', { field });
  }

  async standing(matterId: string, staffId: string): Promise<Recusal | null> {
    return this.em.findOne(Recusal, { matterId, staffId, liftedOn: null });
  }
}
