import { auditTableSql } from '@everyletter/kit/audit';
import { departmentCondition, tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';
const PARTNER = `(select nullif(current_setting('app.partner_organisation_id', true), '')::uuid)`;
const MEDIATOR = `(select nullif(current_setting('app.mediator_id', true), '')::uuid)`;
const OUTSIDE = `(select current_setting('app.scope', true)) = 'NONE'`;
/** A mediator who is still one; whoever was disabled sees nothing from then on. */
const ACTIVE = `(select exists (select from mediation.mediator m
  where m.id = ${MEDIATOR} and m.organisation_id = ${PARTNER} and m.active))`;
const LEADS = `(select exists (select from mediation.mediator m
  where m.id = ${MEDIATOR} and m.organisation_id = ${PARTNER} and m.active and m.is_administrator))`;
/** The one this very transaction takes out of the mediator's sight: its new row must still pass, and its answer be read. */
const LEAVING = `(select nullif(current_setting('app.leaving_referral_id', true), '')::uuid)`;
/** Between the consent of all and the end; afterwards it does not exist for the partner. Source: 人民调解法 3, 17. */
const OPEN = `state in ('CONSENTED', 'ACCEPTED', 'AGREED')`;
const THEIRS = `(${OPEN} and (mediator_id is null or mediator_id = ${MEDIATOR} or ${LEADS}))`;
const VISIBLE = `referral_id in (select r.id from mediation.referral r)`;

/** What is told to a partner, by whose consent, and for how long. */
export class ReferralWithConsent extends Migration {
  override up(): void {
    for (const statement of auditTableSql('mediation', ROLE)) this.addSql(statement);
    this.widenPartners();
    this.widenReferral();
    this.addParties();
    this.addTerms();
    this.countOpenCases();
  }

  private widenPartners(): void {
    this.addSql(`alter table mediation.partner_organisation
      add column active boolean not null default true, add column agreement_number text,
      add column agreement_from date, add column agreement_until date,
      add column fields text[] not null default '{}', add column open_limit int,
      add column version int not null default 1`);
    this.addSql(`alter table mediation.mediator
      add column active boolean not null default true, add column is_administrator boolean not null default false,
      add column accreditation text, add column fields text[] not null default '{}',
      add column languages text[] not null default '{}', add column version int not null default 1`);
  }

  private widenReferral(): void {
    this.addSql(`alter table mediation.referral
      add column subject text not null default 'CIVIL_DISPUTE', add column field text not null default 'OTHER',
      add column shared_fields text[] not null default '{DISPUTE}',
      add column background_sealed bytea, add column request_sealed bytea,
      add column mediator_id uuid references mediation.mediator, add column proposed_by_id uuid,
      add column consented_on date, add column answer_due_on date, add column accepted_on date,
      add column ends_on date, add column extensions int not null default 0,
      add column decline_reason text, add column reason_sealed bytea,
      add column ended_on date, add column earlier_id uuid references mediation.referral`);
    this.addSql(`update mediation.referral set state = 'FAILED', ended_on = proposed_on where state = 'CLOSED'`);
    this.addSql(`create index referral_mediator on mediation.referral (institution_id, mediator_id)`);
    this.addSql(`create index referral_answer on mediation.referral (institution_id, answer_due_on)
      where state = 'CONSENTED'`);
    this.addSql(`drop policy tenant on mediation.referral`);
    this.addSql(`drop policy owner_maintenance on mediation.referral`);
    const partner = `${OUTSIDE} and organisation_id = ${PARTNER} and ${ACTIVE} and (${THEIRS} or id = ${LEAVING})`;
    const condition = `${departmentCondition('department_id')} or (${partner})`;
    for (const statement of tenantTableSql('mediation.referral', ROLE, condition)) this.addSql(statement);
  }

  /** Consents are only added to: the last of a party counts, the earlier ones say how it came about. */
  private addParties(): void {
    this.addSql(`create table mediation.party (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      number int not null, side text not null, card_sealed bytea not null)`);
    this.addSql(`create index party_referral on mediation.party (institution_id, referral_id, number)`);
    this.addSql(`create table mediation.consent (
      id uuid primary key, institution_id uuid not null, referral_id uuid not null references mediation.referral,
      party_id uuid not null references mediation.party, subject text not null, answer text not null,
      form text not null, answered_at timestamptz not null, scope text[] not null default '{}',
      mediator_id uuid references mediation.mediator, until date, recorded_by_id uuid not null,
      recorded_at timestamptz not null)`);
    this.addSql(`create index consent_referral on mediation.consent (institution_id, referral_id, id)`);
    for (const table of ['party', 'consent']) {
      for (const statement of tenantTableSql(`mediation.${table}`, ROLE, VISIBLE)) this.addSql(statement);
    }
    this.addSql(`revoke update, delete on mediation.consent from ${ROLE}`);
  }

  private addTerms(): void {
    this.addSql(`create table mediation.terms (
      institution_id uuid not null, version text not null, effective_from date not null, content jsonb not null,
      primary key (institution_id, version))`);
    for (const statement of tenantTableSql('mediation.terms', ROLE)) this.addSql(statement);
  }

  /** A count and nothing else, over departments: a partner is full whoever filled it. */
  private countOpenCases(): void {
    this.addSql(`create function mediation.open_cases(organisation uuid) returns int
      language sql stable security definer set search_path = mediation, pg_temp as $$
        select count(*)::int from mediation.referral
        where organisation_id = organisation and ${OPEN}
          and institution_id = nullif(current_setting('app.institution_id', true), '')::uuid $$`);
    this.addSql(`revoke all on function mediation.open_cases(uuid) from public`);
    this.addSql(`grant execute on function mediation.open_cases(uuid) to ${ROLE}`);
    this.addSql(`create unique index referral_one_open on mediation.referral (institution_id, matter_id)
      where state in ('PROPOSED', 'CONSENTED', 'ACCEPTED', 'AGREED')`);
  }
}
