import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';

/** What an organ above is told of what it ordered. */
export class SuperiorReports extends Migration {
  override up(): void {
    this.addSql(`create table petitions.superior_report (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      kind text not null, reported_on date not null, words_sealed bytea not null,
      written_by_id uuid not null, written_at timestamptz not null)`);
    this.addSql('create index superior_report_petition on petitions.superior_report (institution_id, petition_id, id)');
    for (const statement of tenantTableSql('petitions.superior_report', ROLE, VISIBLE)) this.addSql(statement);
    this.addSql('alter table petitions.petition add column superior_number text, add column reported_on date');
    this.addSql(`create index petition_superior on petitions.petition (institution_id, report_back_due_on)
      where superior_from is not null and reported_on is null`);
  }
}
