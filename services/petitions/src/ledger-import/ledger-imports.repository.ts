import { Invalid, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { decodeCursor } from '@everyletter/kit/paging';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type Kysely, sql } from 'kysely';
import { LedgerImport } from './ledger-import.entity.ts';
import { LedgerRow } from './ledger-row.entity.ts';
import type { LedgerRowOutcome, Remark } from './rules/remark.ts';

/** Outcomes that become petitions. */
const APPLICABLE: readonly LedgerRowOutcome[] = ['ACCEPTED', 'REPAIRED', 'WARNED'];
const MAX_LINE = 2 ** 31 - 1;

export interface RowPageRequest {
  readonly outcome: LedgerRowOutcome | null;
  readonly first: number;
  readonly after: string | null;
}

/** A row of the report, with the number of the petition it became. */
export interface ReportedRow {
  readonly line: number;
  readonly outcome: LedgerRowOutcome;
  readonly remarks: readonly Remark[];
  readonly valuesSealed: Buffer;
  readonly number: string | null;
}

export type OutcomeCounts = ReadonlyMap<LedgerRowOutcome, number>;

/** The only door to imports and their rows; row-level security keeps to the viewer's departments. Made per request. */
export class LedgerImports {
  private readonly database: Kysely<unknown>;

  private readonly countsLoader = new DataLoader<string, OutcomeCounts>(async (ids) => {
    const { rows } = await sql<{ import_id: string; outcome: LedgerRowOutcome; count: number }>`
      select import_id, outcome, count(*)::int as count from petitions.ledger_row
      where import_id = any(${[...ids]}) group by import_id, outcome`.execute(this.database);
    return ids.map((id) => new Map(rows.filter((row) => row.import_id === id).map((row) => [row.outcome, row.count])));
  });

  constructor(private readonly em: EntityManager) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  async find(id: string): Promise<LedgerImport | null> {
    return isId(id) ? this.em.findOne(LedgerImport, { id }) : null;
  }

  newest(first: number): Promise<LedgerImport[]> {
    return this.em.find(LedgerImport, {}, { orderBy: { id: -1 }, limit: first });
  }

  /**
   * For a change: waits until the job has finished the step in hand.
   * @throws NotFound `LEDGER_IMPORT_NOT_FOUND`
   */
  async lock(id: string): Promise<LedgerImport> {
    const locked = isId(id)
      ? await this.em.findOne(LedgerImport, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null;
    if (!locked) throw new NotFound('LEDGER_IMPORT_NOT_FOUND', { field: 'importId' });
    return locked;
  }

  /** For a step of the job, waiting for another worker's to end; `null` when nothing is left to do. */
  async claim(id: string, withContent: boolean): Promise<LedgerImport | null> {
    return this.em.findOne(
      LedgerImport,
      { id, state: { $in: ['READING', 'APPLYING'] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, ...(withContent ? { populate: ['contentSealed'] } : {}) },
    );
  }

  counts(id: string): Promise<OutcomeCounts> {
    return this.countsLoader.load(id);
  }

  /** Up to `first + 1` rows, the last one only to say that there is more. */
  rows({ id: importId, institutionId }: LedgerImport, { outcome, first, after }: RowPageRequest): Promise<LedgerRow[]> {
    const line = after ? { line: { $gt: lineOf(after) } } : {};
    const where = { institutionId, importId, ...line, ...(outcome ? { outcome } : {}) };
    return this.em.find(LedgerRow, where, { orderBy: { line: 1 }, limit: first + 1 });
  }

  /** The next rows to become petitions, in the order of the ledger. */
  unapplied({ id: importId, institutionId }: LedgerImport, limit: number): Promise<LedgerRow[]> {
    const where = { institutionId, importId, outcome: { $in: [...APPLICABLE] }, petitionId: null };
    return this.em.find(LedgerRow, where, { orderBy: { line: 1 }, limit });
  }

  async reported({ id, institutionId }: LedgerImport): Promise<ReportedRow[]> {
    const { rows } = await sql<ReportedRow>`
      select r.line, r.outcome, r.remarks, r.values_sealed as "valuesSealed", p.number
      from petitions.ledger_row r left join petitions.petition p on p.id = r.petition_id
      where r.institution_id = ${institutionId} and r.import_id = ${id} order by r.line`.execute(this.database);
    return rows;
  }

  deleteRows({ id: importId, institutionId }: LedgerImport): Promise<number> {
    return this.em.nativeDelete(LedgerRow, { institutionId, importId });
  }
}

function lineOf(cursor: string): number {
  const [line] = decodeCursor(cursor, 1);
  const isLine = typeof line === 'number' && Number.isInteger(line) && line >= 0 && line <= MAX_LINE;
  if (!isLine) throw new Invalid('CURSOR_INVALID', { field: 'after' });
  return line;
}
