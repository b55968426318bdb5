import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';
const OFFICE = `(select current_setting('app.scope', true)) in ('INSTITUTION', 'DEPARTMENT')`;
const PARTNER = `(select nullif(current_setting('app.partner_organisation_id', true), '')::uuid)`;

/** What parties thought of a mediation. Nothing leads back: no referral, no party, no day, and an id without a time. */
export class Feedback extends Migration {
  override up(): void {
    this.addSql(`create table mediation.feedback (
      id uuid primary key default gen_random_uuid(), institution_id uuid not null,
      organisation_id uuid not null references mediation.partner_organisation, field text not null,
      month date not null, grade text not null, felt_free boolean not null)`);
    this.addSql(`create index feedback_month on mediation.feedback (institution_id, month)`);
    for (const statement of tenantTableSql('mediation.feedback', ROLE, `${OFFICE} or organisation_id = ${PARTNER}`))
      this.addSql(statement);
    this.addSql(`revoke update, delete on mediation.feedback from ${ROLE}`);
    this.addSql(`alter table mediation.party add column feedback_given boolean not null default false`);
  }
}
