import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';
const OWN = `nullif(current_setting('app.institution_id', true), '')::uuid`;
const PARTNER = `nullif(current_setting('app.partner_organisation_id', true), '')::uuid`;
const OFFICE = `current_setting('app.scope', true) in ('INSTITUTION', 'DEPARTMENT')`;

/** What is counted: days and outcomes of referrals, over departments and beyond their end; no words and no person. */
export class MediationReport extends Migration {
  override up(): void {
    this.addSql(`create view mediation.referral_fact with (security_barrier) as
      select r.id, r.institution_id, r.organisation_id, r.field, r.state, r.proposed_on, r.consented_on, r.accepted_on,
        r.ends_on, r.ended_on, a.effective_on, a.confirmed_on,
        exists (select from mediation.consent c where c.referral_id = r.id and c.subject = 'SHARING' and c.answer = 'REFUSED')
          as consent_refused
      from mediation.referral r
        left join mediation.agreement a on a.referral_id = r.id and a.effective_on is not null
      where r.institution_id = ${OWN} and (${OFFICE} or (r.organisation_id = ${PARTNER} and r.consented_on is not null))`);
    this.addSql(`grant select on mediation.referral_fact to ${ROLE}`);
  }
}
