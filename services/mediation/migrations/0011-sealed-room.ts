import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';
const MEDIATOR = `(select nullif(current_setting('app.mediator_id', true), '')::uuid)`;
const LEAVING = `(select nullif(current_setting('app.leaving_referral_id', true), '')::uuid)`;
/** Nobody of the office, whatever they do there, and not the system's own jobs either. */
const OUTSIDE = `(select current_setting('app.scope', true)) = 'NONE'`;
/** Only who mediates the case, as long as it is open: not even the partner's own administrator. */
const ROOM = `${OUTSIDE} and referral_id in
  (select r.id from mediation.referral r where r.mediator_id = ${MEDIATOR} or r.id = ${LEAVING})`;

/** What is said in a mediation. Words are under a key of the partner's, which the institution does not hold. */
export class SealedRoom extends Migration {
  override up(): void {
    this.addSql(`create table mediation.case_key (
      referral_id uuid primary key references mediation.referral, institution_id uuid not null,
      organisation_id uuid not null, wrapped_key bytea not null)`);
    this.addSql(`create table mediation.disclosure (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      mediator_id uuid not null references mediation.mediator, nature text not null, text_sealed bytea,
      disclosed_on date not null)`);
    this.addSql(`create table mediation.mediation_session (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      mediator_id uuid not null, kind text not null, starts_at timestamptz not null, minutes int not null,
      state text not null, place_sealed bytea, record_sealed bytea, attendance jsonb not null default '[]',
      notices jsonb not null default '[]', revision int not null default 0, changed_at timestamptz not null,
      version int not null default 1)`);
    this.addSql(`create table mediation.note (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      side text, text_sealed bytea not null, written_at timestamptz not null, mediator_id uuid not null)`);
    this.addSql(`create table mediation.offer (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      number int not null, side text not null, follows_id uuid references mediation.offer,
      content_sealed bytea not null, made_on date not null, answer text, answered_on date)`);
    for (const table of ['disclosure', 'mediation_session', 'note', 'offer']) {
      this.addSql(`create index ${table}_referral on mediation.${table} (institution_id, referral_id, id)`);
    }
    this.addSql(`create unique index offer_number on mediation.offer (institution_id, referral_id, number)`);
    for (const table of ['case_key', 'disclosure', 'mediation_session', 'note', 'offer']) {
      for (const statement of tenantTableSql(`mediation.${table}`, ROLE, ROOM)) this.addSql(statement);
    }
  }
}
