import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** The rules that say where a petition goes, each saved table a version; what is asked of a petitioner once. */
export class TriageDesk extends Migration {
  override up(): void {
    // The number decides as well: a code need not be the only one of its kind, and rows may be copied.
    this.addSql('drop index petitions.petition_query_code');
    this.addSql(`create index petition_query_code on petitions.petition (institution_id, query_code_index)
      where query_code_index is not null`);
    this.addSql(`alter table petitions.petition add column triage_rule text, add column suggested_department_id uuid,
      add column leader_owner_id uuid, add column disposed_on date`);
    this.addSql(`update petitions.petition p set disposed_on = (select max(t.on_date) from petitions.timeline_entry t
      where t.institution_id = p.institution_id and t.petition_id = p.id and t.kind = 'TRIAGED') where p.state = 'DISPOSED'`);
    this.addSql(`create table petitions.triage_rule_set (
      institution_id uuid not null, version int not null, rules jsonb not null, saved_by_id uuid,
      saved_at timestamptz not null, primary key (institution_id, version))`);
    this.addSql(`create table petitions.materials_request (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      items_sealed bytea not null, requested_on date not null, requested_by_id uuid not null, received_on date,
      unique (institution_id, petition_id))`);
    for (const statement of tenantTableSql('petitions.triage_rule_set', ROLE)) this.addSql(statement);
    const visible = 'exists (select 1 from petitions.petition p where p.id = petition_id)';
    for (const statement of tenantTableSql('petitions.materials_request', ROLE, visible)) this.addSql(statement);
    this.addSql(`create index petition_undisposed on petitions.petition (institution_id, triage_target_on, received_on, id)
      where state <> 'DISPOSED'`);
    this.addSql('create index petition_registered on petitions.petition (institution_id, registered_at)');
    this.addSql('create index petition_disposed_on on petitions.petition (institution_id, disposed_on)');
  }
}
