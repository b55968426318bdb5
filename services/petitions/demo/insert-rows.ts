import type pg from 'pg';

/** Column names in camel case → values; a `Buffer` goes to a bytea, an array to an array, an object to jsonb. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Inserts rows of equal shape in one statement. As JSON in a single parameter, since a statement holds at most 65,535
 * parameters, and COPY is refused where row-level security applies to the role.
 */
export async function insertRows(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first);
  const columns = names.map(columnOf).join(', ');
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map((name) => [columnOf(name), plain(row[name])]))),
  );
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [json],
  );
}

function columnOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}
