import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Hearing } from './hearing.entity.ts';

/** Hearings by petition, batched; row-level security shows those of visible petitions. */
export class Hearings {
  private readonly loader = new DataLoader<string, Hearing[]>(
    async (petitionIds) => {
      const found = await this.em.find(Hearing, { petitionId: { $in: [...petitionIds] } }, { orderBy: { id: 1 } });
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** In the order they were planned. Rides `hearing_petition`. */
  of({ id }: { readonly id: string }): Promise<Hearing[]> {
    return this.loader.load(id);
  }

  /** For a change, locked. @throws NotFound `HEARING_NOT_FOUND` */
  async change(id: string): Promise<Hearing> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(Hearing, { id }, { lockMode }) : null;
    if (!found) throw new NotFound('HEARING_NOT_FOUND', { field: 'hearingId' });
    return found;
  }
}
