import { type RawBuilder, sql } from 'kysely';

type Condition = RawBuilder<unknown>;

/** A promise that can fall due. */
export type Promised = 'PROCEDURAL' | 'SUBSTANTIVE' | 'FOLLOW_UP';

/** Which promises, kept how; `within` says it of a due day. */
export interface DueQuestion {
  readonly institutionId: string;
  readonly promises: readonly Promised[];
  readonly within: (dueOn: Condition) => Condition;
}

/**
 * Petitions found by one of these branches. By ids, each branch riding an index of what it looks for: as one condition
 * over petitions and matters, a few would be looked for among all there ever were.
 */
export function anyOf(branches: readonly Condition[]): Condition {
  return sql`p.id in (${sql.join(branches, sql` union all `)})`;
}

/** A branch a promise: petitions with it open, and due as asked. */
export function openPromises({ institutionId, promises, within }: DueQuestion): readonly Condition[] {
  const branches: Readonly<Record<Promised, Condition>> = {
    PROCEDURAL: sql`select d.id from petitions.petition d where d.institution_id = ${institutionId}
      and d.procedural_stopped_on is null and ${within(sql.ref('d.procedural_due_on'))}`,
    SUBSTANTIVE: ofMatters(
      institutionId,
      sql`dm.substantive_stopped_on is null and ${within(sql.ref('dm.substantive_due_on'))}`,
    ),
    // Set by a progress answer, cleared by the result.
    FOLLOW_UP: ofMatters(institutionId, within(sql.ref('dm.follow_up_due_on'))),
  };
  return promises.map((promise) => branches[promise]);
}

/** Petitions whose promise was kept too late. Rides `petition_late` and `matter_late`. */
export function keptLate(institutionId: string, promise: 'PROCEDURAL' | 'SUBSTANTIVE'): Condition {
  if (promise === 'SUBSTANTIVE')
    return ofMatters(institutionId, sql`dm.substantive_stopped_on > dm.substantive_due_on`);
  return sql`select d.id from petitions.petition d
    where d.institution_id = ${institutionId} and d.procedural_stopped_on > d.procedural_due_on`;
}

/** Every petition of these matters, which are found first: however few there are, the planner expects many. */
function ofMatters(institutionId: string, condition: Condition): Condition {
  return sql`select d.id from petitions.petition d where d.institution_id = ${institutionId}
    and d.matter_id = any(array(
      select dm.id from petitions.matter dm where dm.institution_id = ${institutionId} and ${condition}))`;
}
