import pg from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const HOUSEKEEPING = /^(?:start transaction|begin|commit|rollback|select set_config|set )/i;

/** Every statement this process sends while `run` runs, without transaction control and settings. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function watched(this: pg.Client, ...parameters: unknown[]) {
    const [asked, values] = parameters as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof asked === 'string' ? asked : (asked.text ?? '');
    const given = typeof asked === 'string' ? values : (asked.values ?? values);
    if (!HOUSEKEEPING.test(text.trim())) sent.push({ text, values: Array.isArray(given) ? given : [] });
    return (query as (...all: unknown[]) => unknown).apply(this, parameters);
  } as typeof query;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** Tables small enough that reading them whole is the best plan. */
const SMALL = new Set(['office', 'policy_pack', 'calendar_version', 'colleague', 'round_mark', 'triage_rule_set']);

/** The tables a statement would read whole, under the settings of its viewer. */
export async function readWhole(
  client: pg.Client,
  { text, values }: Statement,
  variables: Readonly<Record<string, string>>,
): Promise<string[]> {
  await client.query('begin read only');
  try {
    for (const [name, value] of Object.entries(variables))
      await client.query('select set_config($1, $2, true)', [name, value]);
    const { rows } = await client.query(`explain (format json) ${text}`, [...values]);
    return tablesOf(rows[0]['QUERY PLAN'][0].Plan as Plan).filter((table) => !SMALL.has(table));
  } finally {
    await client.query('rollback');
  }
}

function tablesOf(plan: Plan): string[] {
  const own = plan['Node Type'] === 'Seq Scan' && plan['Relation Name'] ? [plan['Relation Name']] : [];
  return [...own, ...(plan.Plans ?? []).flatMap(tablesOf)];
}
