import { departmentCondition, tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** Ledgers handed in as files: what the dry run says of each row, and what became of it. */
export class LedgerImports extends Migration {
  override up(): void {
    this.addImport();
    this.addRow();
    for (const statement of tenantTableSql('petitions.ledger_import', ROLE, departmentCondition('department_id'))) {
      this.addSql(statement);
    }
    const visible = 'exists (select 1 from petitions.ledger_import i where i.id = import_id)';
    for (const statement of tenantTableSql('petitions.ledger_row', ROLE, visible)) this.addSql(statement);
    this.addUnfinished();
  }

  /** `content_sealed` is the file until the dry run is through; rows then hold what is needed of it. */
  private addImport(): void {
    this.addSql(`create table petitions.ledger_import (
      id uuid primary key, institution_id uuid not null, department_id uuid not null, created_by_id uuid not null,
      created_at timestamptz not null, applied_by_id uuid, encoding text not null, state text not null,
      total_rows int not null, done_rows int not null default 0, applied_rows int not null default 0,
      attempts int not null default 0, failure_code text, version int not null default 1,
      wrapped_key bytea not null, file_name_sealed bytea not null, content_sealed bytea)`);
    this.addSql('create index ledger_import_newest on petitions.ledger_import (institution_id, id desc)');
    this.addSql(`create index ledger_import_unfinished on petitions.ledger_import (institution_id, id)
      where state in ('READING', 'APPLYING')`);
  }

  /** A row's place leads with its institution, like every index. Its words stand in `values_sealed` only. */
  private addRow(): void {
    this.addSql(`create table petitions.ledger_row (
      institution_id uuid not null, import_id uuid not null references petitions.ledger_import, line int not null,
      outcome text not null, remarks jsonb not null, import_key bytea not null, petition_id uuid,
      values_sealed bytea not null, primary key (institution_id, import_id, line))`);
    this.addSql(`create index ledger_row_outcome on petitions.ledger_row (institution_id, import_id, outcome, line)`);
  }

  /** Which imports wait for the background, over all institutions: only ids leave. */
  private addUnfinished(): void {
    this.addSql(`create function petitions.unfinished_ledger_imports()
      returns table (institution_id uuid, id uuid) language sql stable security definer
      set search_path = petitions, pg_temp as
      $$ select i.institution_id, i.id from petitions.ledger_import i where i.state in ('READING', 'APPLYING') order by i.id $$`);
    this.addSql('revoke all on function petitions.unfinished_ledger_imports() from public');
    this.addSql(`grant execute on function petitions.unfinished_ledger_imports() to ${ROLE}`);
  }
}
