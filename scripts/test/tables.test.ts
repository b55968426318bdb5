import { type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { type EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVICES } from '../serve/services.ts';

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await testDatabase(SERVICES);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.stop();
});

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

async function columnsOf(schema: string): Promise<Map<string, Column>> {
  const { rows } = await owner.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v')`,
    [schema],
  );
  return new Map(rows.map((row) => [`${row.table}.${row.column}`, row]));
}

/** PostgreSQL's own names for what the mapper writes in short. */
const LONG_NAMES: Readonly<Record<string, string>> = {
  int: 'integer',
  'int[]': 'integer[]',
  timestamptz: 'timestamp with time zone',
  bool: 'boolean',
};

function mappedColumns({ tableName, props }: EntityMetadata): Column[] {
  return props
    .filter(({ persist }) => persist !== false)
    .flatMap(({ fieldNames, columnTypes, nullable }) =>
      fieldNames.map((column, at) => {
        const type = (columnTypes[at] ?? '').replace(/\(\d+\)/, '');
        return { table: tableName, column, type: LONG_NAMES[type] ?? type, nullable: Boolean(nullable) };
      }),
    );
}

describe.each(SERVICES.map(({ name, entities }) => [name, entities] as const))('%s', (schema, entities) => {
  test('maps columns that the migrations made, of that type and nullability', async () => {
    const orm = await MikroORM.init({ clientUrl: database.ownerUrl, schema, entities, connect: false } as never);
    const mapped = [...orm.getMetadata().getAll().values()].flatMap(mappedColumns);
    await orm.close(true);
    const columns = await columnsOf(schema);
    expect(mapped.length).toBeGreaterThan(0);
    for (const column of mapped) expect(columns.get(`${column.table}.${column.column}`)).toEqual(column);
  });

  test('forces row-level security on every table of tenants', async () => {
    const { rows } = await owner.query<{ table: string }>(
      `select c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind in ('r', 'p') and c.relname not like '%_migrations'
         and c.relname <> 'audit_entry' and not (c.relrowsecurity and c.relforcerowsecurity)`,
      [schema],
    );
    expect(rows).toEqual([]);
  });

  test('begins every ordered index with the institution, primary keys apart', async () => {
    const { rows } = await owner.query<{ index: string }>(
      `select c.relname as index from pg_index i join pg_class c on c.oid = i.indexrelid
         join pg_namespace n on n.oid = c.relnamespace join pg_am m on m.oid = c.relam and m.amname = 'btree'
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where n.nspname = $1 and not i.indisprimary and a.attname <> 'institution_id' and c.relname not like '%_migrations%'`,
      [schema],
    );
    expect(rows).toEqual([]);
  });
});
