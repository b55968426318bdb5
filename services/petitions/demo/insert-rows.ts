import type pg from 'pg';

/** Column names in camel case → values; a `Buffer` goes to a bytea, an array to an array, an object to jsonb. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows of equal shape for one table. */
export interface TableRows {
  readonly table: string;
  readonly rows: readonly Row[];
}

/**
 * Inserts into several tables by one statement, so that the server works while the next rows are being made; references
 * between them are checked at its end. Rows go as JSON in one parameter a table, since a statement holds at most 65,535
 * parameters, and COPY is refused where row-level security applies to the role.
 */
export async function insertRows(client: pg.ClientBase, ...tables: readonly TableRows[]): Promise<void> {
  const filled = tables.filter(({ rows }) => rows.length > 0);
  const last = filled.at(-1);
  if (!last) return;
  const inserts = filled.map((table, at) => insertStatement(table, at + 1));
  const ctes = inserts.slice(0, -1).map((insert, at) => `part_${at} as (${insert})`);
  const statement = `${ctes.length > 0 ? `with ${ctes.join(', ')} ` : ''}${inserts.at(-1)}`;
  await client.query(statement, filled.map(jsonOf));
}

function insertStatement({ table, rows: [first = {}] }: TableRows, parameter: number): string {
  const columns = Object.keys(first).map(snakeCase).join(', ');
  return `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $${parameter})`;
}

function jsonOf({ rows }: TableRows): string {
  const columnOf = Object.keys(rows[0] ?? {}).map((name) => [name, snakeCase(name)] as const);
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(columnOf.map(([name, column]) => [column, plain(row[name])]))),
  );
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function plain(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value;
}
