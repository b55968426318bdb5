import { decodeCursor } from '@everyletter/kit/paging';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { LISTED, type ListedPetition, type ListedRow, readListed } from '../petition/listed-petition.ts';
import type { Petitions } from '../petition/petition.repository.ts';
import type { WorklistOrder } from './worklist.inputs.ts';

/** One page of petitions under conditions; keyset paging, so that a page costs the same wherever it is. */
export interface PageRequest {
  readonly conditions: readonly RawBuilder<unknown>[];
  readonly order: WorklistOrder;
  readonly first: number;
  readonly after: string | null;
}

/** Sort keys per order; ids break ties. Rides `petition_received` and `petition_procedural_due`. */
const ORDERS = {
  RECEIVED_NEWEST: { column: 'p.received_on', direction: 'desc', keyOf: (row: ListedPetition) => row.receivedOn },
  RECEIVED_OLDEST: { column: 'p.received_on', direction: 'asc', keyOf: (row: ListedPetition) => row.receivedOn },
  DUE_FIRST: { column: 'p.procedural_due_on', direction: 'asc', keyOf: (row: ListedPetition) => row.proceduralDueOn },
} as const;

/** Hot lists of the desk, by Kysely in the request's transaction; row-level security narrows them. */
export class Worklist {
  private readonly database: Kysely<unknown>;

  constructor(
    em: EntityManager,
    private readonly petitions: Petitions,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
  }

  /** Up to `first + 1` rows, the last one only to say that there is more. One statement, their matters with them. */
  async page({ conditions, order, first, after }: PageRequest): Promise<ListedPetition[]> {
    const { column, direction } = ORDERS[order];
    const place = sql.raw(column);
    const compare = sql.raw(direction === 'desc' ? '<' : '>');
    const beyond = after ? [sql`(${place}, p.id) ${compare} (${sql.join(decodeCursor(after, 2))})`] : [];
    const { rows } = await sql<ListedRow>`
      select ${LISTED} from petitions.petition p join petitions.matter m on m.id = p.matter_id
      where ${all([...conditions, ...beyond])}
      order by ${place} ${sql.raw(direction)}, p.id ${sql.raw(direction)} limit ${first + 1}`.execute(this.database);
    const listed = rows.map(readListed);
    this.petitions.knowMatters(listed.map(({ matter }) => matter));
    return listed.map(({ petition }) => petition);
  }

  cursorKey(petition: ListedPetition, order: WorklistOrder): [string, string] {
    return [ORDERS[order].keyOf(petition) ?? '9999-12-31', petition.id];
  }

  /** One statement, however many counts: each condition becomes a filtered count. */
  async counts(shared: readonly RawBuilder<unknown>[], each: Readonly<Record<string, RawBuilder<unknown> | null>>) {
    const columns = Object.entries(each).map(
      ([name, condition]) => sql`count(*) filter (where ${condition ?? sql`true`})::int as ${sql.ref(name)}`,
    );
    const { rows } = await sql<Record<string, number>>`
      select ${sql.join(columns)} from petitions.petition p join petitions.matter m on m.id = p.matter_id
      where ${all(shared)}`.execute(this.database);
    return rows[0] ?? {};
  }
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
