import pg from 'pg';
import type { Database } from './database.ts';

/**
 * Gives the petitions what the roster knew of the staff before it began to tell of changes: the demo's people, an
 * office's first administrators. At each start, and as the owner: neither service may look into the other.
 */
export async function copyColleagues({ ownerUrl }: Database): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`insert into petitions.colleague as c (id, institution_id, department_id, active, version)
      select id, institution_id, department_id, active, version from roster.staff
      on conflict (id) do update set department_id = excluded.department_id, active = excluded.active,
        version = excluded.version where c.version < excluded.version`);
  } finally {
    await client.end();
  }
}
