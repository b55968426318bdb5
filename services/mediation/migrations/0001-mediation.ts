import { departmentCondition, tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const PARTNER = `(select nullif(current_setting('app.partner_organisation_id', true), '')::uuid)`;
const OFFICE = `(select current_setting('app.scope', true)) in ('INSTITUTION', 'DEPARTMENT')`;
/** Both parties have consented: before that the partner does not know of it. Source: 人民调解法 3, 17. */
const TOLD = `state <> 'PROPOSED'`;

/** Partner organisations, their mediators and what was referred to them; what the dispute is about only sealed. */
export class Mediation extends Migration {
  override up(): void {
    this.addSql(`create table mediation.institution (
      institution_id uuid primary key, ancestor_ids uuid[] not null default '{}')`);
    this.addSql(`create table mediation.partner_organisation (
      id uuid primary key, institution_id uuid not null, name text not null, kind text not null,
      is_lawful_mediation_body boolean not null)`);
    this.addSql(`create index partner_organisation_institution on mediation.partner_organisation
      (institution_id, name)`);
    this.addSql(`create table mediation.mediator (
      id uuid primary key, institution_id uuid not null, name text not null,
      organisation_id uuid not null references mediation.partner_organisation)`);
    this.addSql(`create index mediator_organisation on mediation.mediator (institution_id, organisation_id)`);
    this.addReferral();
    const tables = {
      institution: 'true',
      partner_organisation: `${OFFICE} or id = ${PARTNER}`,
      mediator: `${OFFICE} or organisation_id = ${PARTNER}`,
      referral: `${departmentCondition('department_id')} or (organisation_id = ${PARTNER} and ${TOLD})`,
    };
    for (const [table, condition] of Object.entries(tables)) {
      for (const statement of tenantTableSql(`mediation.${table}`, ROLE, condition)) this.addSql(statement);
    }
    this.openDownTheTree();
  }

  private addReferral(): void {
    this.addSql(`create table mediation.referral (
      id uuid primary key, institution_id uuid not null, department_id uuid not null, matter_id uuid not null,
      organisation_id uuid not null references mediation.partner_organisation, state text not null,
      proposed_on date not null, wrapped_key bytea not null, dispute_sealed bytea not null,
      version int not null default 1)`);
    this.addSql(`create index referral_proposed on mediation.referral (institution_id, proposed_on desc, id desc)`);
    this.addSql(`create index referral_matter on mediation.referral (institution_id, matter_id)`);
    this.addSql(`create index referral_organisation on mediation.referral (institution_id, organisation_id)`);
  }

  /** A superior reads which partners an institution below has; never what was referred to them. */
  private openDownTheTree(): void {
    this.addSql(`create view mediation.institution_below with (security_barrier) as
      select institution_id from mediation.institution where ${OWN} = any(ancestor_ids)`);
    this.addSql(`grant select on mediation.institution_below to ${ROLE}`);
    for (const table of ['institution', 'partner_organisation', 'mediator']) {
      this.addSql(`create policy below on mediation.${table} for select to ${ROLE}
        using (${OFFICE} and institution_id in (select institution_id from mediation.institution_below))`);
    }
  }
}
