import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
const SELF = `lawyer_id = (select nullif(current_setting('app.lawyer_id', true), '')::uuid)`;

/** Drafts of who serves where, kept with what they were made from, and what was told to whom when one was published. */
export class CoveragePlans extends Migration {
  override up(): void {
    this.addSql(`create table stations.coverage_plan (
      id uuid primary key, institution_id uuid not null, from_date date not null, to_date date not null,
      mode text not null, state text not null, base_revision text not null, input_hash text not null,
      seed int not null, moves int not null, flows int not null, keep_bonus int not null,
      done double precision not null default 0, seat_count int not null, open_seats int not null,
      cost double precision, bound double precision, proof text not null default 'NONE',
      assumptions jsonb not null default '[]', absences jsonb not null default '[]',
      stop_wanted boolean not null default false, failure_code text, created_by_id uuid not null,
      created_at timestamptz not null, published_at timestamptz, version int not null default 1,
      check (to_date >= from_date))`);
    this.addSql(`create index coverage_plan_created on stations.coverage_plan (institution_id, created_at desc)`);
    this.addSql(`create table stations.plan_seat (
      plan_id uuid not null references stations.coverage_plan on delete cascade, institution_id uuid not null,
      station_id uuid not null references stations.station, date date not null, half_day text not null, line int not null,
      seat int not null, lawyer_id uuid references stations.lawyer, locked boolean not null default false,
      primary key (plan_id, station_id, date, half_day, line, seat))`);
    this.addSql(`create table stations.duty_notice (
      id uuid primary key, institution_id uuid not null, plan_id uuid not null references stations.coverage_plan,
      lawyer_id uuid not null references stations.lawyer, gained int not null, lost int not null,
      created_at timestamptz not null)`);
    this.addSql(`create index duty_notice_lawyer on stations.duty_notice (institution_id, lawyer_id, created_at desc)`);
    for (const table of ['coverage_plan', 'plan_seat']) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE, OFFICE)) this.addSql(statement);
    }
    for (const statement of tenantTableSql('stations.duty_notice', ROLE, `${OFFICE} or ${SELF}`))
      this.addSql(statement);
  }
}
