import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;

/** A monthly follow-up that fell due, from its events: kept by the answer that starts the next one, or by the result. */
const FOLLOW_UPS = `
  select p.institution_id, p.id, 'FOLLOW_UP', f.due_on, f.due_on,
    case f.last_type when 'STOPPED' then f.stopped_on else f.next_on end, 1
  from (
    select s.institution_id, s.subject_id, s.nth,
      (array_agg(s.due_on order by s.sequence desc) filter (where s.due_on is not null))[1] as due_on,
      (array_agg(s.type order by s.sequence desc)
        filter (where s.type in ('STOPPED', 'REOPENED', 'WITHDRAWN')))[1] as last_type,
      (array_agg(s.on_date order by s.sequence desc) filter (where s.type = 'STOPPED'))[1] as stopped_on,
      lead(min(s.on_date)) over (partition by s.institution_id, s.subject_id order by s.nth) as next_on
    from (
      select c.*, count(*) filter (where c.type = 'STARTED')
        over (partition by c.institution_id, c.subject_id order by c.sequence) as nth
      from petitions.clock_event c where c.clock = 'FOLLOW_UP') s
    where s.nth > 0 group by s.institution_id, s.subject_id, s.nth) f
  join petitions.petition p on p.institution_id = f.institution_id and p.matter_id = f.subject_id
  where f.due_on is not null and f.last_type is distinct from 'WITHDRAWN'`;

/** How often it took until somebody spoke to them, on the day it did. */
const REACHED = `
  select institution_id, petition_id, 'REACHED', attempted_on, null::date, null::date, nth::int from (
    select distinct on (a.institution_id, a.petition_id) a.* from (
      select institution_id, petition_id, outcome, attempted_on, row_number()
        over (partition by institution_id, petition_id order by attempted_on, id) as nth
      from petitions.contact_attempt) a
    where a.outcome = 'REACHED' order by a.institution_id, a.petition_id, a.nth) reached`;

/** What happened to petitions on a day, by kind; `due_on` and `done_on` where something was promised. */
const EVENTS = `
  select institution_id, petition_id, 'EXTENDED' as kind, decided_on as on_date, null::date as due_on,
    null::date as done_on, 1 as amount from petitions.extension where state = 'APPROVED'
  union all
  select institution_id, petition_id, 'OBJECTED', on_date, null, null, 1
    from petitions.timeline_entry where kind = 'TRANSFER_OBJECTED'
  union all
  select institution_id, id, 'TRANSFERRED', disposed_on, null, null, 1
    from petitions.petition where disposition = 'TRANSFERRED'
  union all
  select institution_id, id, 'SUPERIOR_ORDERED', received_on, null, null, 1
    from petitions.petition where superior_from is not null
  union all
  select institution_id, id, 'SUPERIOR_DUE', report_back_due_on, report_back_due_on, reported_on, 1
    from petitions.petition where superior_from is not null and report_back_due_on is not null
  union all
  select institution_id, id, 'UNREACHABLE', unreachable_on, null, null, 1
    from petitions.petition where unreachable_on is not null
  union all
  select institution_id, petition_id, 'REPLIED_' || means, sent_on, null, null, 1
    from petitions.reply_recipient where sent_on is not null and means is not null
  union all
  select institution_id, petition_id, 'RETURNED', settled_on, null, null, 1
    from petitions.reply_recipient where state in ('RETURNED', 'FAILED') and settled_on is not null
  union all ${REACHED}
  union all ${FOLLOW_UPS}`;

const KINDS = `p.channel, p.category, p.track, p.identity_kind, p.receiving_department_id, p.handling_department_id,
  p.handler_id`;
const OF = 'p.id = e.petition_id and p.institution_id = e.institution_id';

/**
 * All a report counts. `report_fact` and `report_event` are counted without being read, see `Report`; the key of an
 * event tells petitions apart and names none. `listed_event` says the same of what row-level security shows.
 */
export class ReportFigures extends Migration {
  override up(): void {
    this.addSql(`create or replace view petitions.reported_institution with (security_barrier) as
      select institution_id, ancestor_ids from petitions.office
      where institution_id = ${OWN} or ${OWN} = any(ancestor_ids)`);
    this.addSql(`create or replace view petitions.report_fact with (security_barrier) as
      select p.institution_id, p.channel, p.category, p.identity_kind, p.received_on, p.unreachable_on,
        p.procedural_due_on, p.procedural_stopped_on, m.substantive_due_on, m.substantive_stopped_on,
        p.track, p.receiving_department_id, p.handling_department_id, p.handler_id,
        nullif(p.repeat_of_id is not null, false) as repeat_of_id, p.representative_count, p.people_count,
        p.disposed_on, p.triage_target_on
      from petitions.petition p join petitions.matter m on m.id = p.matter_id
      where p.institution_id in (select institution_id from petitions.reported_institution)`);
    this.addSql(`create view petitions.report_event with (security_barrier) as
      select e.institution_id, hashtextextended(e.petition_id::text, 0) as petition_key, e.kind, e.on_date, e.due_on,
        e.done_on, e.amount, ${KINDS}
      from (${EVENTS}) e join petitions.petition p on ${OF}
      where e.institution_id in (select institution_id from petitions.reported_institution)`);
    this.addSql(`create view petitions.listed_event with (security_invoker) as
      select e.institution_id, e.petition_id as petition_key, e.kind, e.on_date, e.due_on, e.done_on, e.amount, ${KINDS}
      from (${EVENTS}) e join petitions.petition p on ${OF}`);
    this.addSql(`grant select on petitions.report_event, petitions.listed_event to ${ROLE}`);
    this.addSql(`create index timeline_objected on petitions.timeline_entry (institution_id, on_date)
      where kind = 'TRANSFER_OBJECTED'`);
  }
}
