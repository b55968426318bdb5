import { auditTableSql } from '@everyletter/kit/audit';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/** Staff come, move and leave; who is away, which departments a leader answers for, and what was changed by whom. */
export class People extends Migration {
  override up(): void {
    this.addSql(`alter table roster.staff add column staff_number text, add column grade text not null default 'OTHER',
      add column active boolean not null default true, add column left_on date,
      add column version int not null default 1, add column changed_at timestamptz, add column changed_by_id uuid`);
    this.addSql(`create unique index staff_number on roster.staff (institution_id, staff_number)`);
    this.addSql(`update roster.staff s set account_id = g.account_id from roster.role_grant g
      join roster.account_card c on c.account_id = g.account_id where g.staff_id = s.id and s.account_id is null`);
    this.addSql(`alter table roster.department add column closed_on date, add column version int not null default 1`);
    this.addSql(`create table roster.responsibility (
      institution_id uuid not null, staff_id uuid not null references roster.staff,
      department_id uuid not null references roster.department,
      primary key (institution_id, staff_id, department_id))`);
    for (const statement of tenantTableSql('roster.responsibility', ROLE)) this.addSql(statement);
    this.addAbsence();
    this.keepAnAudit();
  }

  /** Absences that are there already stay. */
  private addAbsence(): void {
    const statements = [
      `create table roster.absence (
        id uuid primary key, institution_id uuid not null, staff_id uuid not null references roster.staff,
        kind text not null, from_on date not null, to_on date not null, recorded_by_id uuid not null,
        recorded_at timestamptz not null, check (to_on >= from_on))`,
      ...tenantTableSql('roster.absence', ROLE),
    ].map((statement) => `execute $statement$${statement}$statement$;`);
    this.addSql(`do $guard$ begin if to_regclass('roster.absence') is null then
      ${statements.join('\n')} end if; end $guard$`);
    this.addSql('create index absence_time on roster.absence (institution_id, to_on, from_on)');
    this.addSql('create index absence_staff on roster.absence (institution_id, staff_id, from_on)');
  }

  /** An audit that is there already stays. */
  private keepAnAudit(): void {
    const statements = auditTableSql('roster', ROLE).map((statement) => `execute $statement$${statement}$statement$;`);
    this.addSql(`do $guard$ begin if to_regclass('roster.audit_entry') is null then
      ${statements.join('\n')} end if; end $guard$`);
  }
}
