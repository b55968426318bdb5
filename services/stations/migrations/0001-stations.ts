import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
/** A lawyer from outside sees themselves and what they are on duty for. */
const SELF = `(select nullif(current_setting('app.lawyer_id', true), '')::uuid)`;

/** Stations, what they require, who serves them; and read copies of the tree of institutions and the calendar. */
export class Stations extends Migration {
  override up(): void {
    this.addInstitution();
    this.addStations();
    this.addLawyers();
    for (const table of ['institution', 'calendar_version', 'station', 'coverage_requirement']) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE)) this.addSql(statement);
    }
    const firm = `exists (select 1 from stations.lawyer l where l.firm_id = law_firm.id)`;
    const conditions = { law_firm: firm, lawyer: `id = ${SELF}`, assignment: `lawyer_id = ${SELF}` };
    for (const [table, own] of Object.entries(conditions)) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE, `${OFFICE} or ${own}`)) this.addSql(statement);
    }
    this.openDownTheTree();
  }

  private addInstitution(): void {
    this.addSql(`create table stations.institution (
      institution_id uuid primary key, ancestor_ids uuid[] not null default '{}')`);
    this.addSql(`create table stations.calendar_version (
      institution_id uuid not null, version int not null, years int[] not null, days_off date[] not null,
      extra_workdays date[] not null, received_at timestamptz not null, primary key (institution_id, version))`);
  }

  private addStations(): void {
    this.addSql(`create table stations.station (
      id uuid primary key, institution_id uuid not null, name text not null, kind text not null, place text not null)`);
    this.addSql(`create index station_institution on stations.station (institution_id, name)`);
    this.addSql(`create table stations.coverage_requirement (
      id uuid primary key, institution_id uuid not null, station_id uuid not null references stations.station,
      half_day text not null, lawyers int not null check (lawyers > 0), effective_from date not null,
      effective_to date, check (effective_to >= effective_from))`);
    this.addSql(`create index coverage_requirement_station on stations.coverage_requirement
      (institution_id, station_id, effective_from)`);
  }

  /** Nobody is in two places in one half-day. */
  private addLawyers(): void {
    this.addSql(`create table stations.law_firm (
      id uuid primary key, institution_id uuid not null, name text not null)`);
    this.addSql(`create index law_firm_institution on stations.law_firm (institution_id, id)`);
    this.addSql(`create table stations.lawyer (
      id uuid primary key, institution_id uuid not null, firm_id uuid not null references stations.law_firm,
      name text not null, years_of_practice int not null, specialties text[] not null)`);
    this.addSql(`create index lawyer_firm on stations.lawyer (institution_id, firm_id)`);
    this.addSql(`create table stations.assignment (
      id uuid primary key, institution_id uuid not null, station_id uuid not null references stations.station,
      lawyer_id uuid not null references stations.lawyer, date date not null, half_day text not null,
      unique (institution_id, lawyer_id, date, half_day))`);
    this.addSql(`create index assignment_station on stations.assignment (institution_id, station_id, date)`);
  }

  /** Reading, not changing, what belongs to an institution below one's own. */
  private openDownTheTree(): void {
    this.addSql(`create view stations.institution_below with (security_barrier) as
      select institution_id from stations.institution where ${OWN} = any(ancestor_ids)`);
    this.addSql(`grant select on stations.institution_below to ${ROLE}`);
    const tables = ['institution', 'calendar_version', 'station', 'coverage_requirement', 'law_firm', 'lawyer'];
    for (const table of [...tables, 'assignment']) {
      this.addSql(`create policy below on stations.${table} for select to ${ROLE}
        using (${OFFICE} and institution_id in (select institution_id from stations.institution_below))`);
    }
  }
}
