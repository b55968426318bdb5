import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { blobArray } from '../consultation/sealed-consultation.ts';
import { owedBy } from '../opinion/owed-answers.ts';
import { Representation } from './representation.entity.ts';

/** How many the list shows. */
const SHOWN = 100;

/** The only door to representations: the office sees its own, a lawyer theirs. Made per request. */
export class Representations {
  private readonly loader = loadById(this.em, Representation);

  /** Newest first. Rides `representation_matter`. */
  private readonly byMatter = new DataLoader<string, Representation[]>(async (ids) => {
    const where = { matterId: { $in: ids.filter(isId) } };
    const found = await this.em.find(Representation, where, { orderBy: { proposedOn: -1, id: -1 } });
    return ids.map((id) => found.filter(({ matterId }) => matterId === id));
  });

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<Representation | null> {
    return this.loader.load(id);
  }

  /** Callers come from a row that points at it, so it is visible to them. */
  get(id: string): Promise<Representation> {
    return this.em.findOneOrFail(Representation, { id });
  }

  ofMatter(id: string): Promise<Representation[]> {
    return this.byMatter.load(id);
  }

  /** Newest first. */
  recent(): Promise<Representation[]> {
    return this.em.find(Representation, {}, { orderBy: { proposedOn: -1, id: -1 }, limit: SHOWN });
  }

  /** Those whose lawyer waits for an answer, the soonest due first. Rides `opinion_due`. */
  async owed(institutionId: string): Promise<Representation[]> {
    const ids = await owedBy(this.em, 'representation_id', institutionId);
    const found = await this.em.find(Representation, { id: { $in: ids } });
    return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  }

  /** @throws NotFound `REPRESENTATION_NOT_FOUND`; Conflict `REPRESENTATION_CHANGED` */
  async change(id: string, version: number | null): Promise<Representation> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(Representation, { id }, { lockMode }) : null;
    if (!found) throw new NotFound('REPRESENTATION_NOT_FOUND', { field: 'id' });
    if (version !== null && found.version !== version)
      throw new Conflict('REPRESENTATION_CHANGED', { field: 'version' });
    return found;
  }

  async setPartyIndexes({ id }: Representation, indexes: readonly Buffer[]): Promise<void> {
    await this.em.execute('update stations.representation set party_indexes = ?::bytea[] where id = ?', [
      blobArray(indexes),
      id,
    ]);
  }
}
