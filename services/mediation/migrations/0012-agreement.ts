import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';
const MEDIATOR = `(select nullif(current_setting('app.mediator_id', true), '')::uuid)`;
const LEAVING = `(select nullif(current_setting('app.leaving_referral_id', true), '')::uuid)`;
const OUTSIDE = `(select current_setting('app.scope', true)) = 'NONE'`;
const CASE = `(${OUTSIDE} and referral_id in
  (select r.id from mediation.referral r where r.mediator_id = ${MEDIATOR} or r.id = ${LEAVING}))`;
const OFFICE = `(select current_setting('app.scope', true)) in ('INSTITUTION', 'DEPARTMENT')`;
/** The office sees an agreement once it binds; drafts are the mediation's own. */
const CONCLUDED = `(${OFFICE} and effective_on is not null and referral_id in (select r.id from mediation.referral r))`;
const OF_AGREEMENT = `agreement_id in (select a.id from mediation.agreement a)`;

/** What the parties agreed, how it is performed, and the papers of it. */
export class Agreements extends Migration {
  override up(): void {
    this.addSql(`create table mediation.agreement (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      body_sealed bytea not null, drafted_on date not null, signed_on date, effective_on date,
      confirmation_due_on date, confirmation_applied_on date, confirmation_court text, confirmed_on date,
      confirmation_refused_on date, version int not null default 1, unique (institution_id, referral_id))`);
    this.addSql(`create index agreement_confirmation on mediation.agreement (institution_id, confirmation_due_on)
      where confirmation_applied_on is null`);
    this.addSql(`create table mediation.performance_item (
      id uuid primary key, institution_id uuid not null, agreement_id uuid not null references mediation.agreement on delete cascade,
      number int not null, what_sealed bytea not null, due_on date not null, performed_on date, version int not null default 1)`);
    this.addSql(
      `create index performance_item_agreement on mediation.performance_item (institution_id, agreement_id, number)`,
    );
    this.addSql(`create index performance_item_due on mediation.performance_item (institution_id, due_on)
      where performed_on is null`);
    this.addSql(`create table mediation.document (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      kind text not null, item_id uuid references mediation.performance_item, name_sealed bytea not null,
      media_type text not null, bytes int not null, content_sealed bytea not null, added_by_id uuid not null,
      added_at timestamptz not null)`);
    this.addSql(`create index document_referral on mediation.document (institution_id, referral_id, id)`);
    this.addSql(`create table mediation.reminder (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      subject_id uuid not null, kind text not null, due_on date not null, made_at timestamptz not null,
      unique (institution_id, subject_id, kind))`);
    this.addSql(`create index reminder_referral on mediation.reminder (institution_id, referral_id, id)`);
    this.openDoors();
  }

  /** A job that scans is the system: it sees days and writes reminders, and reads no word. */
  private openDoors(): void {
    const tables = {
      agreement: `${CASE} or ${CONCLUDED}`,
      performance_item: OF_AGREEMENT,
      reminder: `referral_id in (select r.id from mediation.referral r)`,
      document: `${CASE} or (referral_id in (select r.id from mediation.referral r) and (
        kind = 'SHARED' or (${OFFICE} and kind = 'SIGNED_AGREEMENT' and exists (
          select from mediation.agreement a where a.referral_id = document.referral_id))))`,
    };
    for (const [table, condition] of Object.entries(tables)) {
      for (const statement of tenantTableSql(`mediation.${table}`, ROLE, condition)) this.addSql(statement);
    }
    this.addSql(`alter table mediation.referral add column failure_reason text`);
  }
}
