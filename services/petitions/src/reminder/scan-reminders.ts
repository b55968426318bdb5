import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { LADDER, type LadderStep, lastDueDay } from './rules/ladder.ts';

/** Kept by who receives a petition; the others by who handles it. */
const OF_RECEIVERS = `('PROCEDURAL', 'URGENT', 'WRONG_TRANSFER_OBJECTION')`;
const OWN_DEPARTMENT = `case when o.clock in ${OF_RECEIVERS} then p.receiving_department_id
  else coalesce(p.handling_department_id, p.receiving_department_id) end`;

/** Whom a step tells: one member of staff, or everybody who holds a role there when it is read. */
const ADDRESS: Readonly<Record<LadderStep, string>> = {
  OWNER_BEFORE: `case when o.clock not in ${OF_RECEIVERS} then p.handler_id end,
    case when o.clock in ${OF_RECEIVERS} or p.handler_id is null then ${OWN_DEPARTMENT} end,
    case when o.clock in ${OF_RECEIVERS} or p.handler_id is null then 'CLERK' end`,
  HEAD_BEFORE: `null::uuid, ${OWN_DEPARTMENT}, 'DEPARTMENT_HEAD'`,
  DEPUTY_AFTER: `null::uuid, null::uuid, 'LEADER'`,
  CHIEF_AFTER: `null::uuid, null::uuid, 'LEADER'`,
};

/**
 * Raises every reminder whose day has come and that was not raised before, however long nobody looked: a scan finds what
 * an outage, a clock set forward or another worker has left. One transaction; the table keeps each to one. Answers how
 * many were raised now, or null when another worker is at it.
 */
export async function scanReminders(context: Context): Promise<number | null> {
  const { em, viewer, now, today, terms } = context;
  const { institutionId } = viewer;
  const lock = `petitions.reminders/${institutionId}`;
  const [held] = await em.execute<{ mine: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended(?, 0)) as mine',
    [lock],
  );
  if (!held?.mine) return null;
  const { pack, calendar } = await terms.current();
  let raised = 0;
  for (const kind of LADDER) {
    const until = lastDueDay(kind, pack.reminders, { today, calendar });
    raised += await raise(kind, until, context);
  }
  await em.execute(
    `insert into petitions.round_mark (institution_id, succeeded_at, reminders) values (?, ?, ?)
     on conflict (institution_id) do update set succeeded_at = excluded.succeeded_at, reminders = excluded.reminders`,
    [institutionId, now, raised],
  );
  if (raised > 0) {
    const facts = { raised, on: today };
    await auditChange(context, {
      action: 'RAISE_REMINDERS',
      subjectType: 'Institution',
      subjectId: institutionId,
      facts,
    });
  }
  return raised;
}

async function raise(kind: LadderStep, until: string, { em, now }: Context): Promise<number> {
  const rows = await em.execute<unknown[]>(
    `insert into petitions.reminder (id, institution_id, petition_id, subject_id, clock, kind, due_on, raised_at,
       to_staff_id, to_department_id, to_role)
     select gen_random_uuid(), o.institution_id, o.petition_id, o.subject_id, o.clock, '${kind}', o.due_on, ?::timestamptz,
       ${ADDRESS[kind]}
     from petitions.open_clock o join petitions.petition p on p.id = o.petition_id
     where o.due_on <= ?
       and not exists (select 1 from petitions.reminder r where r.institution_id = o.institution_id
         and r.subject_id = o.subject_id and r.clock = o.clock and r.kind = '${kind}' and r.due_on = o.due_on)
     on conflict do nothing returning id`,
    [now, until],
  );
  return rows.length;
}
