import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { CaseOwnership } from './case-ownership.entity.ts';

/** Of one person at most. */
const MOST = 200;

/** The only door to cases leaders own; made per request. What the viewer keeps away from does not exist for them. */
export class CaseOwnerships {
  readonly byId = loadById(this.em, CaseOwnership);

  /** Newest first. Rides `case_ownership_petition`. */
  readonly ofPetition = new DataLoader<string, CaseOwnership[]>(
    async (petitionIds) => {
      const found = await this.em.find(
        CaseOwnership,
        { petitionId: { $in: [...petitionIds] } },
        { orderBy: { id: -1 } },
      );
      const byPetition = Map.groupBy(found, ({ petitionId }) => petitionId);
      return petitionIds.map((id) => byPetition.get(id) ?? []);
    },
    { cache: false },
  );

  constructor(private readonly em: EntityManager) {}

  /** Led or carried by the person, open ones first, by the day they are due. */
  of(staffId: string): Promise<CaseOwnership[]> {
    return this.em.find(
      CaseOwnership,
      { $or: [{ leaderId: staffId }, { responsibleId: staffId }] },
      { orderBy: { closedOn: 'desc nulls first', dueOn: 1, id: 1 }, limit: MOST },
    );
  }

  /** @throws NotFound `CASE_OWNERSHIP_NOT_FOUND`; Conflict `CASE_OWNERSHIP_CHANGED` */
  async change(id: string, version: number): Promise<CaseOwnership> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(CaseOwnership, { id }, { lockMode }) : null;
    if (!found) throw new NotFound('CASE_OWNERSHIP_NOT_FOUND', { field: 'id' });
    if (found.version !== version) throw new Conflict('CASE_OWNERSHIP_CHANGED', { field: 'version' });
    return found;
  }

  /** Whoever opens one for a petition waits here for whoever else does. */
  async lock(petitionId: string): Promise<void> {
    await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('case ownership ' || ?, 0))`, [petitionId]);
  }
}
