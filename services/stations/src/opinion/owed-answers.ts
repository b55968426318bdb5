import type { EntityManager } from '@mikro-orm/postgresql';

/** How many of each a list shows. */
const SHOWN = 100;

/** What lawyers gave opinions on that the office has yet to answer, the soonest due first. Rides `opinion_due`. */
export async function owedBy(
  em: EntityManager,
  column: 'consultation_id' | 'representation_id',
  institutionId: string,
): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select ${column} as id from stations.opinion
     where institution_id = ? and answered_on is null and ${column} is not null
     group by 1 order by min(due_on), 1 limit ?`,
    [institutionId, SHOWN],
  );
  return rows.map(({ id }) => id);
}
