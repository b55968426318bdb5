import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/** Versions of the working calendar with the notices they follow, and the days leaders receive visitors. */
export class CalendarAndReception extends Migration {
  override up(): void {
    this.addSql(`create table roster.calendar_version (
      institution_id uuid not null references roster.institution, version int not null, years int[] not null,
      days_off date[] not null, extra_workdays date[] not null, sources jsonb not null,
      received_at timestamptz not null, primary key (institution_id, version))`);
    this.addSql(`create table roster.reception_day (
      id uuid primary key, institution_id uuid not null references roster.institution, date date not null,
      half_day text not null, leader_id uuid not null references roster.staff, place text not null,
      unique (institution_id, leader_id, date, half_day))`);
    this.addSql(`create index reception_day_date on roster.reception_day (institution_id, date)`);
    for (const table of ['calendar_version', 'reception_day']) {
      for (const statement of tenantTableSql(`roster.${table}`, ROLE)) this.addSql(statement);
    }
  }
}
