import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';
/** The viewer's own institution and every one below it. */
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;

export class InstitutionsAndPeople extends Migration {
  override up(): void {
    this.addSql(`create table roster.institution (
      id uuid primary key, institution_id uuid not null, name text not null, short_name text not null,
      level text not null, parent_id uuid references roster.institution, ancestor_ids uuid[] not null,
      check (institution_id = id))`);
    this.addSql(`create index institution_parent on roster.institution (institution_id, parent_id)`);
    this.addSql(`create table roster.department (
      id uuid primary key, institution_id uuid not null references roster.institution, name text not null,
      kind text not null, head_id uuid)`);
    this.addSql(`create index department_institution on roster.department (institution_id, id)`);
    this.addSql(`create table roster.staff (
      id uuid primary key, institution_id uuid not null references roster.institution, department_id uuid not null
      references roster.department, name text not null, title text not null, account_id uuid)`);
    this.addSql(`create index staff_department on roster.staff (institution_id, department_id, id)`);
    this.addSql(`create table roster.role_grant (
      id uuid primary key, institution_id uuid not null references roster.institution, account_id uuid not null,
      role text not null, staff_id uuid references roster.staff, unique (institution_id, account_id, role))`);
    this.addSql(`create index role_grant_staff on roster.role_grant (institution_id, staff_id)`);
    for (const table of ['department', 'staff', 'role_grant']) {
      for (const statement of tenantTableSql(`roster.${table}`, ROLE)) this.addSql(statement);
    }
    this.protectTree();
  }

  /** Institutions are read down the tree, and changed only in one's own row. */
  private protectTree(): void {
    this.addSql(`alter table roster.institution enable row level security`);
    this.addSql(`alter table roster.institution force row level security`);
    this.addSql(`create policy tree on roster.institution for select to ${ROLE}
      using (institution_id = ${OWN} or ${OWN} = any(ancestor_ids))`);
    this.addSql(`create policy own on roster.institution for update to ${ROLE} using (institution_id = ${OWN})`);
    this.addSql(`create policy owner_maintenance on roster.institution to current_user using (true) with check (true)`);
    this.addSql(`grant select, update on roster.institution to ${ROLE}`);
  }
}
