import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { owedBy } from '../opinion/owed-answers.ts';
import { Consultation } from './consultation.entity.ts';
import type { ConflictKind } from './rules/consultation-state.ts';
import { blobArray } from './sealed-consultation.ts';

/** How many the list shows. */
const SHOWN = 100;

/** An earlier consultation or representation that speaks against another. */
export interface ConflictHit {
  readonly consultationId: string;
  readonly kind: ConflictKind;
  readonly earlierId: string;
  readonly heldOn: LocalDate;
  readonly matterId: string | null;
  readonly lawyerId: string;
}

/** Consultations: the office sees all of its own, a lawyer their own. Made per request. */
export class Consultations {
  private readonly ofPetitions = this.loaderBy('petitionId');
  private readonly ofMatters = this.loaderBy('matterId');

  private readonly hits = new DataLoader<string, ConflictHit[]>(async (ids) => {
    const rows = await this.em.execute<ConflictHit[]>(
      `select h.consultation_id as "consultationId", h.kind, e.id as "earlierId", e.held_on::text as "heldOn",
         e.matter_id as "matterId", e.lawyer_id as "lawyerId"
       from stations.conflict_hit h join stations.served e on e.id = h.earlier_id
       where h.consultation_id = any (?::uuid[]) order by e.held_on desc, e.id`,
      [`{${ids}}`],
    );
    return ids.map((id) => rows.filter(({ consultationId }) => consultationId === id));
  });

  constructor(private readonly em: EntityManager) {}

  /** Newest first. */
  recent(): Promise<Consultation[]> {
    return this.em.find(Consultation, {}, { orderBy: { heldOn: -1, id: -1 }, limit: SHOWN });
  }

  /** Those whose lawyer waits for an answer, the soonest due first. Rides `opinion_due`. */
  async owed(institutionId: string): Promise<Consultation[]> {
    const ids = await owedBy(this.em, 'consultation_id', institutionId);
    const found = await this.em.find(Consultation, { id: { $in: ids } });
    return ids.flatMap((id) => found.find((one) => one.id === id) ?? []);
  }

  ofPetition(id: string): Promise<Consultation[]> {
    return this.ofPetitions.load(id);
  }

  ofMatter(id: string): Promise<Consultation[]> {
    return this.ofMatters.load(id);
  }

  hitsOf(id: string): Promise<ConflictHit[]> {
    return this.hits.load(id);
  }

  /** Callers come from a row that points at it, so it is visible to them. */
  async get(id: string): Promise<Consultation> {
    return this.em.findOneOrFail(Consultation, { id });
  }

  /** @throws NotFound `CONSULTATION_NOT_FOUND` */
  async change(id: string, field = 'id'): Promise<Consultation> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(Consultation, { id }, { lockMode }) : null;
    if (!found) throw new NotFound('CONSULTATION_NOT_FOUND', { field });
    return found;
  }

  /** Writes down what speaks against it, a talk or a representation, for the office; answers how much. */
  async findConflicts({ id }: { readonly id: string }): Promise<number> {
    const [row] = await this.em.execute<{ found: number }[]>('select stations.find_conflicts(?) as found', [id]);
    this.hits.clear(id);
    return row?.found ?? 0;
  }

  async setPartyIndexes({ id }: Consultation, indexes: readonly Buffer[]): Promise<void> {
    await this.em.execute('update stations.consultation set party_indexes = ?::bytea[] where id = ?', [
      blobArray(indexes),
      id,
    ]);
  }

  private loaderBy(column: 'petitionId' | 'matterId'): DataLoader<string, Consultation[]> {
    return new DataLoader<string, Consultation[]>(async (ids) => {
      const order = { orderBy: { heldOn: -1, id: -1 } } as const;
      const found = await this.em.find(Consultation, { [column]: { $in: ids.filter(isId) } }, order);
      return ids.map((id) => found.filter((one) => one[column] === id));
    });
  }
}
