import { auditTableSql } from '@everyletter/kit/audit';
import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** What the clocks are counted under: the office, its calendar versions and its policy packs; and the audit. */
export class Terms extends Migration {
  override up(): void {
    this.addSql(`create table petitions.office (
      institution_id uuid primary key, name text not null, number_prefix text not null,
      address text not null, phone text not null, complaints_department_id uuid not null)`);
    this.addSql(`create table petitions.calendar_version (
      institution_id uuid not null, version int not null, years int[] not null, days_off date[] not null,
      extra_workdays date[] not null, received_at timestamptz not null, primary key (institution_id, version))`);
    this.addSql(`create table petitions.policy_pack (
      institution_id uuid not null, version text not null, effective_from date not null, content jsonb not null,
      primary key (institution_id, version))`);
    this.addSql(`create table petitions.inbox (
      institution_id uuid not null, event_id uuid not null, received_at timestamptz not null default now(),
      primary key (institution_id, event_id))`);
    for (const table of ['office', 'calendar_version', 'policy_pack', 'inbox']) {
      for (const statement of tenantTableSql(`petitions.${table}`, ROLE)) this.addSql(statement);
    }
    for (const statement of auditTableSql('petitions', ROLE)) this.addSql(statement);
  }
}
