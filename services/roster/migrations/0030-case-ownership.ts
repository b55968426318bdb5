import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';
/** Petitions whose matters the viewer keeps away from. */
const RECUSED = `(select coalesce(array_agg(r.petition_id), '{}') from roster.recused r
  where r.staff_id = (select nullif(current_setting('app.staff_id', true), '')::uuid) and not r.lifted)::uuid[]`;

/** One case, one leader, one responsible person, one plan (包案); and who must not hear which petition. */
export class CaseOwnership extends Migration {
  override up(): void {
    this.addSql(`create table roster.recused (
      institution_id uuid not null references roster.institution, petition_id uuid not null, staff_id uuid not null,
      lifted boolean not null, version bigint not null, primary key (institution_id, petition_id, staff_id))`);
    this.addSql(`create index recused_staff on roster.recused (institution_id, staff_id) where not lifted`);
    this.addSql(`create table roster.case_ownership (
      id uuid primary key, institution_id uuid not null references roster.institution, petition_id uuid not null,
      petition_number text, leader_id uuid not null references roster.staff,
      responsible_id uuid not null references roster.staff, wrapped_key bytea not null, plan_sealed bytea not null,
      due_on date not null, opened_by_id uuid not null, opened_on date not null, outcome_sealed bytea, closed_on date,
      closed_by_id uuid, version int not null default 1, check (leader_id <> responsible_id))`);
    this.addSql(`create unique index case_ownership_open on roster.case_ownership (institution_id, petition_id)
      where closed_on is null`);
    this.addSql(`create index case_ownership_petition on roster.case_ownership (institution_id, petition_id, id)`);
    this.addSql(`create index case_ownership_leader on roster.case_ownership (institution_id, leader_id)`);
    this.addSql(`create index case_ownership_responsible on roster.case_ownership (institution_id, responsible_id)`);
    for (const table of ['recused', 'case_ownership']) {
      for (const statement of tenantTableSql(`roster.${table}`, ROLE)) this.addSql(statement);
    }
    this.addSql(`create policy recused on roster.case_ownership as restrictive for select to ${ROLE}
      using (not petition_id = any(${RECUSED}))`);
  }
}
