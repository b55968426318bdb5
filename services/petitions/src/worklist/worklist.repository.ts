import { decodeCursor } from '@everyletter/kit/paging';
import type { Viewer } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import { LISTED, type ListedPetition, type ListedRow, readListed } from '../petition/listed-petition.ts';
import type { Petitions } from '../petition/petition.repository.ts';
import { scopeOf } from '../scope.ts';
import type { WorklistOrder } from './worklist.inputs.ts';

/** One page of petitions under conditions; keyset paging, so that a page costs the same wherever it is. */
export interface PageRequest {
  readonly conditions: readonly RawBuilder<unknown>[];
  readonly order: WorklistOrder;
  readonly first: number;
  readonly after: string | null;
}

/** Counting stops here: the figure then says as many or more. */
export const COUNTED_MAX = 100_000;

/** Sort keys per order; ids break ties. Rides `petition_desk` and `petition_due`. */
const ORDERS = {
  RECEIVED_NEWEST: { column: 'p.received_on', direction: 'desc', keyOf: (row: ListedPetition) => row.receivedOn },
  RECEIVED_OLDEST: { column: 'p.received_on', direction: 'asc', keyOf: (row: ListedPetition) => row.receivedOn },
  DUE_FIRST: { column: 'p.procedural_due_on', direction: 'asc', keyOf: (row: ListedPetition) => row.proceduralDueOn },
} as const;

/** A matter is joined where a condition asks for it; the planner drops the join where none does. */
const DESK = sql`petitions.petition p
  left join petitions.matter m on m.id = p.matter_id and m.institution_id = p.institution_id`;

/** Hot lists of the desk, by Kysely in the request's transaction; row-level security narrows them. */
export class Worklist {
  private readonly database: Kysely<unknown>;
  private readonly scope: RawBuilder<unknown>;

  constructor(
    em: EntityManager,
    viewer: Viewer,
    private readonly petitions: Petitions,
  ) {
    this.database = em.getKysely() as unknown as Kysely<unknown>;
    this.scope = scopeCondition(viewer);
  }

  /** Up to `first + 1` rows, the last one only to say that there is more. One statement, their matters with them. */
  async page({ conditions, order, first, after }: PageRequest): Promise<ListedPetition[]> {
    const { column, direction } = ORDERS[order];
    const place = sql.raw(column);
    const compare = sql.raw(direction === 'desc' ? '<' : '>');
    const inOrder = sql`${place} ${sql.raw(direction)}, p.id ${sql.raw(direction)}`;
    const beyond = after ? [sql`(${place}, p.id) ${compare} (${sql.join(decodeCursor(after, 2))})`] : [];
    const { rows } = await sql<ListedRow>`
      with page as materialized (
        select p.id from ${DESK} where ${all([this.scope, ...conditions, ...beyond])}
        order by ${inOrder} limit ${first + 1})
      select ${LISTED} from page join petitions.petition p on p.id = page.id
      join petitions.matter m on m.id = p.matter_id order by ${inOrder}`.execute(this.database);
    const listed = rows.map(readListed);
    this.petitions.knowMatters(listed.map(({ matter }) => matter));
    return listed.map(({ petition }) => petition);
  }

  cursorKey(petition: ListedPetition, order: WorklistOrder): [string, string] {
    return [ORDERS[order].keyOf(petition) ?? '9999-12-31', petition.id];
  }

  /** One statement, however many counts, none of which counts beyond {@link COUNTED_MAX}. */
  async counts(shared: readonly RawBuilder<unknown>[], each: Readonly<Record<string, RawBuilder<unknown> | null>>) {
    const columns = Object.entries(each).map(([name, condition]) => {
      const conditions = [this.scope, ...shared, ...(condition ? [condition] : [])];
      const counted = sql`select from ${DESK} where ${all(conditions)} limit ${COUNTED_MAX}`;
      return sql`(select count(*)::int from (${counted}) as counted) as ${sql.ref(name)}`;
    });
    const { rows } = await sql<Record<string, number>>`select ${sql.join(columns)}`.execute(this.database);
    return rows[0] ?? {};
  }
}

/** What row-level security says as well. Said here with the values in it, the planner knows how many rows to expect. */
function scopeCondition(viewer: Viewer): RawBuilder<unknown> {
  const own = sql`p.institution_id = ${viewer.institutionId}`;
  if (scopeOf(viewer) === 'INSTITUTION') return own;
  const departments = sql`any(${[...viewer.departmentIds]}::uuid[])`;
  return sql`${own} and (p.receiving_department_id = ${departments} or p.handling_department_id = ${departments})`;
}

function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(conditions, sql` and `);
}
