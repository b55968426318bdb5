import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** The desk: who may be named, what was searched, how the petitioner was sought, who opened personal data. */
export class Desk extends Migration {
  override up(): void {
    this.addSql(`alter table petitions.petition add column transferred_to text`);
    this.addSql(`create table petitions.colleague (
      id uuid primary key, institution_id uuid not null, department_id uuid not null)`);
    this.addSql(`create index colleague_department on petitions.colleague (institution_id, department_id)`);
    this.addSql(`create table petitions.archive_search (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      archives text[] not null, year_from int not null, year_to int not null, finding text not null,
      note_sealed bytea not null, searched_on date not null, searched_by_id uuid not null)`);
    this.addSql(`create table petitions.contact_attempt (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      channel text not null, outcome text not null, attempted_on date not null, officer_ids uuid[] not null,
      minutes int, record_sealed bytea, recorded_by_id uuid not null)`);
    this.addSql(`create table petitions.reveal (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      account_id uuid not null, at timestamptz not null)`);
    this.addSql(`create index archive_search_petition on petitions.archive_search (institution_id, petition_id, id)`);
    this.addSql(`create index contact_attempt_petition on petitions.contact_attempt (institution_id, petition_id, id)`);
    this.addSql(`create index reveal_account on petitions.reveal (institution_id, account_id, at)`);
    for (const statement of tenantTableSql('petitions.colleague', ROLE)) this.addSql(statement);
    const visible = 'exists (select 1 from petitions.petition p where p.id = petition_id)';
    for (const table of ['archive_search', 'contact_attempt']) {
      for (const statement of tenantTableSql(`petitions.${table}`, ROLE, visible)) this.addSql(statement);
    }
    for (const statement of tenantTableSql('petitions.reveal', ROLE)) this.addSql(statement);
    this.completePacks();
  }

  /** Packs in force before this know neither number; both are editable. */
  private completePacks(): void {
    const added = {
      substantiveAppliesTo: ['ACCEPTED', 'SUPERIOR_ORDER'],
      reveals: { perHour: 60, confidence: 'UNSURE' },
    };
    this.addSql(`update petitions.policy_pack set content = '${JSON.stringify(added)}'::jsonb || content`);
  }
}
