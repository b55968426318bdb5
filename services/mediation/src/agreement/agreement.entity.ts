import { RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';

/** What the parties agreed. Its words are under the referral's own key: office and partner keep it. Source: 人民调解法 28–31. */
const AgreementSchema = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    bodySealed: p.blob(),
    draftedOn: p.date(),
    signedOn: p.date().nullable(),
    effectiveOn: p.date().nullable(),
    /** The last day for the joint application; null where no court may confirm it. */
    confirmationDueOn: p.date().nullable(),
    confirmationAppliedOn: p.date().nullable(),
    confirmationCourt: p.text().nullable(),
    confirmedOn: p.date().nullable(),
    confirmationRefusedOn: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class Agreement extends AgreementSchema.class {
  /**
   * From the effective day it binds. Only an agreement made before a lawful mediation body can be confirmed, until a
   * last day. Source: 人民调解法 33; 民事诉讼法 205.
   */
  conclude(
    days: { readonly signedOn: LocalDate; readonly effectiveOn: LocalDate },
    confirmationDueOn: LocalDate | null,
  ): void {
    if (this.effectiveOn) throw new RuleBroken('AGREEMENT_ALREADY_EFFECTIVE', { on: this.effectiveOn });
    this.signedOn = days.signedOn;
    this.effectiveOn = days.effectiveOn;
    this.confirmationDueOn = confirmationDueOn;
  }

  /** Both parties together. @throws RuleBroken `CONFIRMATION_NOT_LAWFUL_BODY`, `CONFIRMATION_OVERDUE`, `CONFIRMATION_ALREADY_APPLIED` */
  apply(on: LocalDate, court: string): void {
    if (!this.confirmationDueOn) throw new RuleBroken('CONFIRMATION_NOT_LAWFUL_BODY');
    if (this.confirmationAppliedOn)
      throw new RuleBroken('CONFIRMATION_ALREADY_APPLIED', { on: this.confirmationAppliedOn });
    if (on > this.confirmationDueOn) throw new RuleBroken('CONFIRMATION_OVERDUE', { on: this.confirmationDueOn });
    this.confirmationAppliedOn = on;
    this.confirmationCourt = court;
  }

  /** What the court said, once. @throws RuleBroken `CONFIRMATION_NOT_APPLIED`, `CONFIRMATION_ALREADY_ANSWERED` */
  answer(isConfirmed: boolean, on: LocalDate): void {
    if (!this.confirmationAppliedOn) throw new RuleBroken('CONFIRMATION_NOT_APPLIED');
    const answeredOn = this.confirmedOn ?? this.confirmationRefusedOn;
    if (answeredOn) throw new RuleBroken('CONFIRMATION_ALREADY_ANSWERED', { on: answeredOn });
    if (isConfirmed) this.confirmedOn = on;
    else this.confirmationRefusedOn = on;
  }
}
AgreementSchema.setClass(Agreement);
