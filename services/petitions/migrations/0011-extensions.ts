import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';

/** Asking for more time: with reasons, decided by a leader. Words are sealed under the data key of the petition. */
export class Extensions extends Migration {
  override up(): void {
    this.addSql(`create table petitions.extension (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      matter_id uuid not null references petitions.matter, months int not null, state text not null,
      reason_sealed bytea not null, papers_sealed bytea, due_on_before date not null, due_on_after date,
      requested_by_id uuid not null, requested_on date not null, decided_by_id uuid, decided_on date,
      decision_sealed bytea, notice_id uuid, version int not null default 1)`);
    this.addSql(`create index extension_petition on petitions.extension (institution_id, petition_id, id)`);
    this.addSql(`create index extension_state on petitions.extension (institution_id, state, id)`);
    this.addSql(`create unique index extension_one_open on petitions.extension (institution_id, matter_id)
      where state = 'REQUESTED'`);
    for (const statement of tenantTableSql('petitions.extension', ROLE, VISIBLE)) this.addSql(statement);
  }
}
