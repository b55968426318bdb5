import { departmentCondition, tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const MEMBERS = departmentCondition('receiving_department_id', 'handling_department_id');
const STAFF = `(select nullif(current_setting('app.staff_id', true), '')::uuid)`;
/** Read once a statement: the list of one person is short. */
const RECUSED = `(select coalesce(array_agg(r.matter_id), '{}') from petitions.recusal r
  where r.staff_id = ${STAFF} and r.lifted_on is null)::uuid[]`;

/**
 * Who has an interest in a matter reads nothing of it, at whichever door. The table is seen in the whole institution,
 * since the policies of petitions and matters ask it.
 */
export class Recusals extends Migration {
  override up(): void {
    this.addSql(`create table petitions.recusal (
      id uuid primary key, institution_id uuid not null, matter_id uuid not null references petitions.matter,
      petition_id uuid not null references petitions.petition, staff_id uuid not null, declared_by_id uuid not null,
      declared_on date not null, reason_sealed bytea not null, lifted_on date, lifted_by_id uuid)`);
    this.addSql(`create index recusal_staff on petitions.recusal (institution_id, staff_id) where lifted_on is null`);
    this.addSql(`create index recusal_matter on petitions.recusal (institution_id, matter_id)`);
    this.addSql(`create unique index recusal_once on petitions.recusal (institution_id, matter_id, staff_id)
      where lifted_on is null`);
    for (const statement of tenantTableSql('petitions.recusal', ROLE)) this.addSql(statement);
    this.addSql(`alter table petitions.petition add column restricted boolean not null default false`);
    this.addSql(
      `update petitions.petition set restricted = true where category in ('ACCUSATION', 'REPORT', 'STAFF_MISCONDUCT')`,
    );
    this.addSql(`alter policy tenant on petitions.petition
      using (${OWN} and (${MEMBERS}) and not matter_id = any(${RECUSED}))`);
    this.addSql(`alter policy tenant on petitions.matter using (${OWN} and not id = any(${RECUSED}))`);
  }
}
