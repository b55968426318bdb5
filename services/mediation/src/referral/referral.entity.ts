import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { defineEntity, p } from '@mikro-orm/core';
import { lastDay } from '../calendar/rules/last-day.ts';
import type { MediationTerms } from '../terms/rules/default-terms.ts';
import { assertCommand, type ReferralCommand, type ReferralState } from './rules/referral-states.ts';

/** A dispute offered to a partner organisation. It never stops a reply clock. Source: 人民调解法 3. */
const ReferralSchema = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    departmentId: p.uuid(),
    matterId: p.uuid(),
    organisationId: p.uuid(),
    state: p.text(),
    subject: p.text(),
    field: p.text(),
    sharedFields: p.array(),
    proposedOn: p.date(),
    proposedById: p.uuid().nullable(),
    consentedOn: p.date().nullable(),
    /** The last day on which the partner may accept. */
    answerDueOn: p.date().nullable(),
    acceptedOn: p.date().nullable(),
    /** The last day of the mediation. */
    endsOn: p.date().nullable(),
    extensions: p.integer(),
    mediatorId: p.uuid().nullable(),
    declineReason: p.text().nullable(),
    endedOn: p.date().nullable(),
    earlierId: p.uuid().nullable(),
    wrappedKey: p.blob(),
    disputeSealed: p.blob(),
    backgroundSealed: p.blob().nullable(),
    requestSealed: p.blob().nullable(),
    reasonSealed: p.blob().nullable(),
    failureReason: p.text().nullable(),
    version: p.integer().version(),
  },
});
export class Referral extends ReferralSchema.class {
  /** Every party agreed: from today the partner knows of it, and has so many days to answer. */
  consented(today: LocalDate, { answerDays }: MediationTerms, calendar: WorkCalendar): void {
    this.move('RECORD_CONSENT', 'CONSENTED');
    this.consentedOn = today;
    this.answerDueOn = lastDay(today, answerDays, calendar);
  }

  /** The start day is not counted. Source: 特邀调解规定 27 (三十日). */
  accept(mediatorId: string, today: LocalDate, { mediationDays }: MediationTerms, calendar: WorkCalendar): void {
    this.move('ACCEPT', 'ACCEPTED');
    this.mediatorId = mediatorId;
    this.acceptedOn = today;
    this.endsOn = lastDay(today, mediationDays, calendar);
  }

  decline(reason: string, today: LocalDate): void {
    this.end('DECLINE', 'DECLINED', today);
    this.declineReason = reason;
  }

  /** Gone for the partner from here on. */
  end(command: ReferralCommand, state: ReferralState, today: LocalDate): void {
    this.move(command, state);
    this.endedOn = today;
  }

  move(command: ReferralCommand, state: ReferralState): void {
    assertCommand(command, this.state);
    this.state = state;
  }
}
ReferralSchema.setClass(Referral);
