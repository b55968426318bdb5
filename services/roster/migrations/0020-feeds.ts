import { auditTableSql } from '@everyletter/kit/audit';
import { feedTokenTableSql } from '@everyletter/kit/feed';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_roster';

/** Addresses for calendar apps; reception days remember that they were changed or called off instead of disappearing. */
export class Feeds extends Migration {
  override up(): void {
    for (const statement of feedTokenTableSql('roster', ROLE)) this.addSql(statement);
    this.addSql(`alter table roster.reception_day add column revision int not null default 0,
      add column called_off_on date, add column changed_at timestamptz not null default now()`);
    this.addSql(`alter table roster.reception_day
      drop constraint reception_day_institution_id_leader_id_date_half_day_key`);
    this.addSql(`create unique index reception_day_leader on roster.reception_day
      (institution_id, leader_id, date, half_day) where called_off_on is null`);
    this.addSql(`create table roster.reception_settings (
      institution_id uuid primary key references roster.institution, content jsonb not null, changed_on date not null,
      changed_by_id uuid not null)`);
    for (const statement of tenantTableSql('roster.reception_settings', ROLE)) this.addSql(statement);
    this.keepAnAudit();
  }

  /** The service's first changes; an audit that is there already stays. */
  private keepAnAudit(): void {
    const statements = auditTableSql('roster', ROLE).map((statement) => `execute $statement$${statement}$statement$;`);
    this.addSql(`do $guard$ begin if to_regclass('roster.audit_entry') is null then
      ${statements.join('\n')} end if; end $guard$`);
  }
}
