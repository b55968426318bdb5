import pg from 'pg';
import type { Database } from './database.ts';

/**
 * Brings the petitions' read copy of the staff up to the roster, so that a petition can only be given to somebody who
 * is there. At each start, and as the owner: neither service may look into the other.
 */
export async function copyColleagues({ ownerUrl }: Database): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    await client.query(`insert into petitions.colleague as c (id, institution_id, department_id)
      select id, institution_id, department_id from roster.staff
      on conflict (id) do update set institution_id = excluded.institution_id, department_id = excluded.department_id
      where (c.institution_id, c.department_id) is distinct from (excluded.institution_id, excluded.department_id)`);
    await client.query(
      'delete from petitions.colleague c where not exists (select from roster.staff s where s.id = c.id)',
    );
  } finally {
    await client.end();
  }
}
