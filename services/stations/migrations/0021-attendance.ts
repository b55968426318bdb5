import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
const SELF = `(select nullif(current_setting('app.lawyer_id', true), '')::uuid)`;

/**
 * What lawyers answer to their duties, how they change them among themselves, and who was really there. All of it
 * points at the assignment, not at its time: a duty that is moved keeps what was said about it.
 */
export class Attendance extends Migration {
  override up(): void {
    this.addAnswers();
    this.addSwaps();
    this.addAttendance();
    this.addCandidates();
    const conditions = {
      duty_answer: `lawyer_id = ${SELF}`,
      attendance: `lawyer_id = ${SELF}`,
      swap_offer: `lawyer_id = ${SELF}`,
      swap: `asked_by_id = ${SELF} or exists (select from stations.swap_offer o where o.swap_id = swap.id)`,
    };
    for (const [table, own] of Object.entries(conditions)) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE, `${OFFICE} or ${own}`)) this.addSql(statement);
    }
    this.addSql(`create policy offered on stations.assignment for select to ${ROLE} using (institution_id = ${OWN}
      and exists (select from stations.swap_offer o where o.assignment_id = assignment.id and o.answer is distinct from 'DECLINED'))`);
    this.addSql(`create policy below on stations.attendance for select to ${ROLE}
      using (${OFFICE} and institution_id in (select institution_id from stations.institution_below))`);
  }

  /** Every answer stays; the last one counts. */
  private addAnswers(): void {
    this.addSql(`create table stations.duty_answer (
      id uuid primary key, institution_id uuid not null, assignment_id uuid not null references stations.assignment,
      lawyer_id uuid not null references stations.lawyer, answer text not null, reason text,
      answered_at timestamptz not null)`);
    this.addSql(
      `create index duty_answer_assignment on stations.duty_answer (institution_id, assignment_id, answered_at)`,
    );
  }

  /** Names are kept as they were when asked: whoever is asked must know by whom, and sees nothing else of them. */
  private addSwaps(): void {
    this.addSql(`create table stations.swap (
      id uuid primary key, institution_id uuid not null, assignment_id uuid not null references stations.assignment,
      kind text not null, state text not null, asked_by_id uuid not null references stations.lawyer,
      asked_by_name text not null, reason text, asked_at timestamptz not null, offers int not null,
      answered_by_id uuid references stations.lawyer, answered_by_name text, answered_at timestamptz,
      return_assignment_id uuid references stations.assignment, decided_by_id uuid, decided_at timestamptz,
      decision_note text, version int not null default 1)`);
    this.addSql(`create index swap_state on stations.swap (institution_id, state, asked_at)`);
    this.addSql(`create unique index swap_open on stations.swap (institution_id, assignment_id)
      where state in ('ASKED', 'ANSWERED')`);
    this.addSql(`create table stations.swap_offer (
      id uuid primary key, institution_id uuid not null, swap_id uuid not null references stations.swap,
      assignment_id uuid not null references stations.assignment, lawyer_id uuid not null references stations.lawyer,
      answer text, answered_at timestamptz, unique (institution_id, swap_id, lawyer_id))`);
    this.addSql(`create index swap_offer_lawyer on stations.swap_offer (institution_id, lawyer_id, answer)`);
    this.addSql(`create index swap_offer_assignment on stations.swap_offer (institution_id, assignment_id)`);
  }

  /** One row a duty. Whoever checked in was there; `late_minutes` after the beginning as it was that day. */
  private addAttendance(): void {
    this.addSql(`create table stations.attendance (
      id uuid primary key, institution_id uuid not null, assignment_id uuid not null references stations.assignment,
      lawyer_id uuid not null references stations.lawyer, checked_in_at timestamptz, checked_in_by text,
      late_minutes int not null default 0, checked_out_at timestamptz, absent_at timestamptz, absence_reason text,
      recorded_by_id uuid, version int not null default 1, unique (institution_id, assignment_id),
      check ((checked_in_at is null) or (absent_at is null)))`);
    this.addSql(`create view stations.attended with (security_invoker) as
      select a.institution_id, a.station_id, a.date, a.half_day, a.line, a.seat, a.id as assignment_id, a.lawyer_id
      from stations.attendance t join stations.assignment a on a.id = t.assignment_id
      where t.checked_in_at is not null`);
    this.addSql(`grant select on stations.attended to ${ROLE}`);
  }

  /**
   * Who could take a duty: nobody who is on duty then, in another hall that day, away, or not serving there. It looks
   * beyond what the asking lawyer may see and tells ids only, for a duty of their own or to the office.
   */
  private addCandidates(): void {
    this.addSql(`create function stations.cover_candidates(shift uuid)
      returns table (lawyer_id uuid, firm_id uuid, level text) language sql stable security definer
      set search_path = stations, pg_temp as $$
        select l.id, l.firm_id, coalesce(
            (select d.level from dated_availability d where d.lawyer_id = l.id and a.date between d.starts_on and d.ends_on
              and coalesce(d.half_day, a.half_day) = a.half_day
              order by array_position(array['UNAVAILABLE','RELUCTANT','AVAILABLE','PREFERRED'], d.level) limit 1),
            l.weekly_availability[(extract(isodow from a.date)::int - 1) * 2 + case a.half_day when 'MORNING' then 1 else 2 end])
        from assignment a join lawyer l on l.institution_id = a.institution_id and l.id <> a.lawyer_id
        where a.id = shift and a.institution_id = ${OWN} and (a.lawyer_id = ${SELF} or ${OFFICE})
          and coalesce(l.joined_on, a.date) <= a.date and coalesce(l.ended_on, a.date) >= a.date
          and (l.station_ids = '{}' or a.station_id = any (l.station_ids))
          and not exists (select from assignment o where o.institution_id = a.institution_id and o.lawyer_id = l.id
            and o.date = a.date and o.status in ('PUBLISHED', 'CONFIRMED')
            and (o.half_day = a.half_day or o.hall_id <> a.hall_id)) $$`);
    this.addSql(`revoke all on function stations.cover_candidates(uuid) from public`);
    this.addSql(`grant execute on function stations.cover_candidates(uuid) to ${ROLE}`);
  }
}
