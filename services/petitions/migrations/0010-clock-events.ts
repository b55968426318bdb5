import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';

/** Clocks are folded from what happened to them; the due dates of petitions and matters are the index of that fold. */
export class ClockEvents extends Migration {
  override up(): void {
    this.addSql(`create table petitions.clock_event (
      institution_id uuid not null, subject_id uuid not null, clock text not null, sequence int not null,
      type text not null, on_date date not null, months int, given_due_on date, cause_id uuid, due_on date,
      policy_version text not null, calendar_version int not null,
      recorded_at timestamptz not null, recorded_by_id uuid,
      primary key (institution_id, subject_id, clock, sequence))`);
    this.addSql(`create table petitions.petition_clock (
      institution_id uuid not null, petition_id uuid not null references petitions.petition, clock text not null,
      started_on date, due_on date, target_on date, provisional boolean not null default false, stopped_on date,
      policy_version text not null, calendar_version int not null,
      primary key (institution_id, petition_id, clock))`);
    this.addSql(`create index petition_clock_due on petitions.petition_clock (institution_id, due_on)
      where stopped_on is null`);
    this.addSql('alter table petitions.matter add column first_due_on date');
    for (const statement of tenantTableSql('petitions.clock_event', ROLE)) this.addSql(statement);
    this.addSql(`revoke update, delete on petitions.clock_event from ${ROLE}`);
    for (const statement of tenantTableSql('petitions.petition_clock', ROLE, VISIBLE)) this.addSql(statement);
    this.recordWhatIsKnown();
    this.completePacks();
  }

  /** Packs in force before this know neither extensions nor reminders; all of it is editable. */
  private completePacks(): void {
    const added = {
      categoryClocks: [],
      extension: {
        maxCount: 1,
        maxMonths: 3,
        mustNotify: true,
        legalBasis: '《信访工作条例》（2022）第三十四条',
        confidence: 'UNSURE',
      },
      reminders: {
        ownerBefore: 3,
        headBefore: 1,
        deputyAfter: 0,
        chiefAfter: 5,
        silentMinutes: 10,
        legalBasis: '催办惯例',
        confidence: 'LIKELY',
      },
    };
    const urgent = {
      period: { amount: 0, unit: 'CALENDAR_DAY' },
      legalBasis: '告急信访当日办理',
      confidence: 'LIKELY',
    };
    this.addSql(`update petitions.policy_pack set content = jsonb_set('${JSON.stringify(added)}'::jsonb || content,
      '{clocks,URGENT}', '${JSON.stringify(urgent)}'::jsonb)`);
  }

  /** What the stored days say of the time before: started, and perhaps stopped. */
  private recordWhatIsKnown(): void {
    this.addSql('update petitions.matter set first_due_on = substantive_due_on');
    this.addSql(`insert into petitions.petition_clock (institution_id, petition_id, clock, started_on, due_on, target_on,
        policy_version, calendar_version)
      select institution_id, id, 'SUPERIOR_REPORT', received_on, report_back_due_on, report_back_due_on,
        policy_version, calendar_version
      from petitions.petition where superior_from is not null and report_back_due_on is not null`);
    this.addEvents('petitions.petition', 'PROCEDURAL', 'procedural', 'registered_at');
    this.addEvents('petitions.matter', 'SUBSTANTIVE', 'substantive', `opened_on::timestamptz`);
    this.addSql(`insert into petitions.clock_event
      select institution_id, petition_id, clock, 1, 'STARTED', started_on, null, due_on, null, due_on, policy_version,
        calendar_version, started_on::timestamptz, null from petitions.petition_clock`);
    this.addSql(`insert into petitions.clock_event
      select institution_id, id, 'FOLLOW_UP', 1, 'STARTED', coalesce(substantive_stopped_on, substantive_started_on),
        null, follow_up_due_on, null, follow_up_due_on, policy_version, calendar_version, now(), null
      from petitions.matter where follow_up_due_on is not null`);
  }

  private addEvents(table: string, clock: string, prefix: string, at: string): void {
    this.addSql(`insert into petitions.clock_event
      select institution_id, id, '${clock}', n, case n when 1 then 'STARTED' else 'STOPPED' end,
        case n when 1 then ${prefix}_started_on else ${prefix}_stopped_on end, null, null, null, ${prefix}_due_on,
        policy_version, calendar_version, ${at}, null
      from ${table}, generate_series(1, 2) n
      where ${prefix}_started_on is not null and (n = 1 or ${prefix}_stopped_on is not null)`);
  }
}
