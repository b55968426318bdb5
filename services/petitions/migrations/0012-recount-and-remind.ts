import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';

/** Packs under four eyes, what a new pack or calendar moves, and who is told when a day comes near. */
export class RecountAndRemind extends Migration {
  override up(): void {
    this.addPacks();
    this.addOpenClocks();
    this.addReminders();
    this.addRounds();
  }

  private addPacks(): void {
    this.addSql(`alter table petitions.policy_pack
      add column state text not null default 'APPROVED', add column open_petitions text not null default 'KEEP',
      add column note text, add column drafted_by_id uuid, add column drafted_at timestamptz,
      add column changed_by_id uuid, add column approved_by_id uuid, add column approved_at timestamptz,
      add column moved_at timestamptz, add column revision int not null default 1`);
    this.addSql(`create unique index policy_pack_one_draft on petitions.policy_pack (institution_id)
      where state = 'DRAFT'`);
  }

  /**
   * Every clock that runs in the viewer's institution, whatever row-level security hides: numbers and days, no id of a
   * person and no word of a letter, so that those who decide about calendars and packs see what would move.
   */
  private addOpenClocks(): void {
    const firstOf = `lateral (select p.id, p.number from petitions.petition p
      where p.institution_id = m.institution_id and p.matter_id = m.id order by p.received_on, p.id limit 1) p`;
    const versions = `lateral (select e.policy_version, e.calendar_version from petitions.clock_event e
      where e.institution_id = o.institution_id and e.subject_id = o.subject_id and e.clock = o.clock
      order by e.sequence desc limit 1) v`;
    this.addSql(`create view petitions.open_clock with (security_barrier) as
      select o.*, v.policy_version, v.calendar_version from (
        select p.institution_id, p.id as petition_id, p.matter_id, p.number, 'PROCEDURAL' as clock, p.id as subject_id,
          p.procedural_due_on as due_on, p.procedural_target_on as target_on, p.procedural_provisional as provisional,
          null::date as first_due_on, p.receiving_department_id as department_id, null::uuid as handler_id
        from petitions.petition p where p.procedural_started_on is not null and p.procedural_stopped_on is null
        union all
        select m.institution_id, p.id, m.id, p.number, 'SUBSTANTIVE', m.id, m.substantive_due_on, m.substantive_target_on,
          m.substantive_provisional, m.first_due_on, null, null
        from petitions.matter m, ${firstOf}
        where m.substantive_started_on is not null and m.substantive_stopped_on is null
        union all
        select m.institution_id, p.id, m.id, p.number, 'FOLLOW_UP', m.id, m.follow_up_due_on, m.follow_up_due_on, false,
          m.first_due_on, null, null
        from petitions.matter m, ${firstOf} where m.follow_up_due_on is not null
        union all
        select c.institution_id, p.id, p.matter_id, p.number, c.clock, p.id, c.due_on, c.target_on, c.provisional,
          null, null, null
        from petitions.petition_clock c join petitions.petition p on p.id = c.petition_id
        where c.started_on is not null and c.stopped_on is null
      ) o, ${versions}
      where o.institution_id = ${OWN}`);
    this.addSql(`grant select on petitions.open_clock to ${ROLE}`);
  }

  /** `to_role` in `to_department`, or one member of staff: who that is, is asked when it is read. */
  private addReminders(): void {
    this.addSql(`create table petitions.reminder (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      subject_id uuid not null, clock text not null, kind text not null, due_on date not null,
      to_staff_id uuid, to_department_id uuid, to_role text, raised_at timestamptz not null,
      unique (institution_id, subject_id, clock, kind, due_on))`);
    this.addSql('create index reminder_staff on petitions.reminder (institution_id, to_staff_id, id desc)');
    this.addSql(
      'create index reminder_role on petitions.reminder (institution_id, to_role, to_department_id, id desc)',
    );
    this.addSql(`create table petitions.reminder_read (
      institution_id uuid not null, staff_id uuid not null, reminder_id uuid not null references petitions.reminder,
      read_at timestamptz not null, primary key (institution_id, staff_id, reminder_id))`);
    for (const statement of tenantTableSql('petitions.reminder', ROLE, VISIBLE)) this.addSql(statement);
    const own = `staff_id = (select nullif(current_setting('app.staff_id', true), '')::uuid)`;
    for (const statement of tenantTableSql('petitions.reminder_read', ROLE, own)) this.addSql(statement);
  }

  private addRounds(): void {
    this.addSql(`create table petitions.round_mark (
      institution_id uuid primary key, succeeded_at timestamptz not null, reminders int not null default 0,
      checked_on date, checked int not null default 0, differing jsonb not null default '[]')`);
    for (const statement of tenantTableSql('petitions.round_mark', ROLE)) this.addSql(statement);
    this.addSql(`create function petitions.institution_ids() returns setof uuid language sql stable security definer
      set search_path = petitions, pg_temp as $$ select institution_id from petitions.office order by 1 $$`);
    this.addSql('revoke all on function petitions.institution_ids() from public');
    this.addSql(`grant execute on function petitions.institution_ids() to ${ROLE}`);
  }
}
