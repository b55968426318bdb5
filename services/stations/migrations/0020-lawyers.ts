import { auditTableSql } from '@everyletter/kit/audit';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_stations';
const OFFICE = `(select current_setting('app.scope', true)) = 'INSTITUTION'`;
/** A lawyer from outside sees what is said about themselves. */
const SELF = `lawyer_id = (select nullif(current_setting('app.lawyer_id', true), '')::uuid)`;

/**
 * What planning reads about a lawyer: caps, specialties with validity, languages, stations, availability; and what
 * makes them eligible, by rules that are data.
 */
export class Lawyers extends Migration {
  override async up(): Promise<void> {
    await this.addAudit();
    this.extendLawyer();
    this.addSpecialties();
    this.addAvailability();
    this.addPolicy();
    for (const table of ['lawyer_specialty', 'dated_availability']) {
      for (const statement of tenantTableSql(`stations.${table}`, ROLE, `${OFFICE} or ${SELF}`)) this.addSql(statement);
    }
    for (const statement of tenantTableSql('stations.duty_policy', ROLE)) this.addSql(statement);
  }

  private async addAudit(): Promise<void> {
    const [audit] = await this.execute(`select to_regclass('stations.audit_entry') is not null as found`);
    if (audit?.found) return;
    for (const statement of auditTableSql('stations', ROLE)) this.addSql(statement);
  }

  /**
   * A cap that is null is none. `station_ids` empty: every station. `weekly_availability`: fourteen levels, Monday
   * morning first. `practising_since` is null where only the years were told.
   */
  private extendLawyer(): void {
    this.addSql(`alter table stations.law_firm add column ended_on date`);
    this.addSql(`alter table stations.lawyer
      add column licence_number text, add column sponsor text not null default 'LAW_FIRM_CONTRACT',
      add column practising_since date, add column passed_review_years int[] not null default '{}',
      add column disciplined_on date, add column languages text[] not null default '{MANDARIN}',
      add column if not exists weekly_cap int check (weekly_cap >= 0),
      add column if not exists monthly_cap int check (monthly_cap >= 0),
      add column station_ids uuid[] not null default '{}', add column preferred_station_ids uuid[] not null default '{}',
      add column weekly_availability text[] not null default array_fill('AVAILABLE'::text, array[14])
        check (array_length(weekly_availability, 1) = 14),
      add column joined_on date, add column ended_on date, add column version int not null default 1,
      alter column specialties set default '{}'`);
    this.addSql(`create unique index lawyer_licence on stations.lawyer (institution_id, licence_number)`);
  }

  /** The truth about specialties; both days included, null: until further notice. */
  private addSpecialties(): void {
    this.addSql(`create table stations.lawyer_specialty (
      id uuid primary key, institution_id uuid not null, lawyer_id uuid not null references stations.lawyer,
      specialty text not null, valid_from date not null, valid_to date, check (valid_to >= valid_from))`);
    this.addSql(`create unique index lawyer_specialty_lawyer on stations.lawyer_specialty
      (institution_id, lawyer_id, specialty, valid_from)`);
    this.addSql(`insert into stations.lawyer_specialty
      select gen_random_uuid(), institution_id, id, s, '2016-01-01', null from stations.lawyer, unnest(specialties) s`);
  }

  /** Goes before the weekly pattern. `half_day` null: both. `source_uid`: of the calendar entry it was imported from. */
  private addAvailability(): void {
    this.addSql(`create table stations.dated_availability (
      id uuid primary key, institution_id uuid not null, lawyer_id uuid not null references stations.lawyer,
      starts_on date not null, ends_on date not null, half_day text, level text not null, note text,
      source_uid text, check (ends_on >= starts_on))`);
    this.addSql(`create index dated_availability_lawyer on stations.dated_availability
      (institution_id, lawyer_id, starts_on)`);
    this.addSql(`create unique index dated_availability_source on stations.dated_availability
      (institution_id, lawyer_id, source_uid, starts_on, half_day) nulls not distinct where source_uid is not null`);
  }

  private addPolicy(): void {
    this.addSql(`create table stations.duty_policy (
      institution_id uuid not null, version int not null, content jsonb not null, changed_by_id uuid,
      changed_at timestamptz not null, primary key (institution_id, version))`);
  }
}
