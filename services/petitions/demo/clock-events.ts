import type pg from 'pg';

/** Whose clocks these are, where their days stand, and when they were written down. */
const INDEXES = [
  { table: 'petitions.petition', clock: 'PROCEDURAL', prefix: 'procedural', at: 'c.registered_at' },
  { table: 'petitions.matter', clock: 'SUBSTANTIVE', prefix: 'substantive', at: 'c.opened_on::timestamptz' },
] as const;

/** Records what the clocks of the demonstration were folded from; those that have their events are left alone. */
export async function recordClockEvents(client: pg.Client, institutionId: string): Promise<void> {
  for (const { table, clock, prefix, at } of INDEXES) {
    await client.query(
      `insert into petitions.clock_event
       select c.institution_id, c.id, '${clock}', n, case n when 1 then 'STARTED' else 'STOPPED' end,
         case n when 1 then c.${prefix}_started_on else c.${prefix}_stopped_on end, null, null, null, c.${prefix}_due_on,
         c.policy_version, c.calendar_version, ${at}, null
       from ${table} c cross join generate_series(1, 2) n
       where c.institution_id = $1 and c.${prefix}_started_on is not null
         and (n = 1 or c.${prefix}_stopped_on is not null)
       on conflict do nothing`,
      [institutionId],
    );
  }
  await client.query(
    `insert into petitions.petition_clock (institution_id, petition_id, clock, started_on, due_on, target_on, stopped_on,
       policy_version, calendar_version)
     select p.institution_id, p.id, 'SUPERIOR_REPORT', p.received_on, p.report_back_due_on, p.report_back_due_on,
       m.substantive_stopped_on, p.policy_version, p.calendar_version
     from petitions.petition p join petitions.matter m on m.id = p.matter_id
     where p.institution_id = $1 and p.superior_from is not null and p.report_back_due_on is not null
     on conflict do nothing`,
    [institutionId],
  );
  await client.query(
    `insert into petitions.clock_event
     select institution_id, petition_id, clock, n, case n when 1 then 'STARTED' else 'STOPPED' end,
       case n when 1 then started_on else stopped_on end, null, case n when 1 then due_on end, null, due_on,
       policy_version, calendar_version, started_on::timestamptz, null
     from petitions.petition_clock cross join generate_series(1, 2) n
     where institution_id = $1 and (n = 1 or stopped_on is not null)
     on conflict do nothing`,
    [institutionId],
  );
}
