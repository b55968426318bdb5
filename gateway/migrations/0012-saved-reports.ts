import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_identity';

/** Queries of reporters under a name. Of no subgraph, since one may ask all of them: beside the keys that run them. */
export class SavedReports extends Migration {
  override up(): void {
    this.addSql(`create table identity.saved_report (
      id uuid primary key, institution_id uuid not null,
      account_id uuid not null references identity."user" on delete cascade,
      name text not null, document text not null, variables jsonb not null, shared boolean not null,
      version int not null, changed_at timestamptz not null,
      unique (institution_id, account_id, name))`);
    for (const statement of tenantTableSql('identity.saved_report', ROLE)) this.addSql(statement);
  }
}
