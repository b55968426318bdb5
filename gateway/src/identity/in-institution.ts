import type { Pool, PoolClient } from 'pg';

/** One transaction on the rows of one institution, as row-level security understands it. */
export async function inInstitution<T>(
  pool: Pool,
  institutionId: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.institution_id', $1, true)`, [institutionId]);
    const done = await work(client);
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
