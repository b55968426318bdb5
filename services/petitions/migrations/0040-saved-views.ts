import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** Lists of the desk kept under a name: one's own, and those shared with a department. No view names a person sought. */
export class SavedViews extends Migration {
  override up(): void {
    this.addSql(`create table petitions.saved_view (
      id uuid primary key, institution_id uuid not null, owner_id uuid not null, shared_department_id uuid,
      name text not null, filter jsonb not null, sort text not null, saved_at timestamptz not null,
      version int not null default 1)`);
    this.addSql(`create index saved_view_owner on petitions.saved_view (institution_id, owner_id)`);
    this.addSql(`create index saved_view_shared on petitions.saved_view (institution_id, shared_department_id)`);
    const own = `owner_id = (select nullif(current_setting('app.staff_id', true), '')::uuid)`;
    const departments = `(select coalesce(nullif(current_setting('app.department_ids', true), ''), '{}')::uuid[])::uuid[]`;
    const visible = `${own} or shared_department_id = any(${departments})`;
    for (const statement of tenantTableSql('petitions.saved_view', ROLE, visible)) this.addSql(statement);
  }
}
