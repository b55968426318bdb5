import type pg from 'pg';

/** A kind of petitions whose tally is not what the petitions say. */
export interface TallyDifference {
  readonly institutionId: string;
  /** Whether it is the tally of those below the institution. */
  readonly below: boolean;
  readonly kind: Readonly<Record<string, string | null>>;
  /** Less than nothing: too few. */
  readonly tooMany: number;
}

export interface Reconciled {
  readonly petitions: number;
  readonly differences: readonly TallyDifference[];
}

/** Holds the tallies of the reports, with what is not yet folded in, against the petitions: in one statement, of one instant. */
export async function reconcileTallies(client: pg.ClientBase): Promise<Reconciled> {
  await client.query('begin isolation level repeatable read, read only');
  try {
    const { rows } = await client.query<TallyDifference>(
      `select institution_id as "institutionId", below, too_many as "tooMany",
         to_jsonb(d) - '{institution_id,below,too_many}'::text[] as kind
       from petitions.report_difference d order by institution_id, below, received_on`,
    );
    const all = await client.query<{ petitions: number }>('select count(*)::int as petitions from petitions.petition');
    return { petitions: all.rows[0]?.petitions ?? 0, differences: rows };
  } finally {
    await client.query('rollback');
  }
}

/** Counts every petition again; changes wait until it is done. */
export async function rebuildTallies(client: pg.ClientBase): Promise<void> {
  await client.query('select petitions.rebuild_report_tallies()');
}
