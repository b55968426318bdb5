import { defineEntity, p } from '@mikro-orm/core';

/** Somebody is sent on to a legal-aid agency, whose own time limits are kept in view. Source: 法律援助法 43. */
const LegalAidReferralSchema = defineEntity({
  name: 'LegalAidReferral',
  tableName: 'legal_aid_referral',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    consultationId: p.uuid(),
    lawyerId: p.uuid(),
    agency: p.text(),
    referredOn: p.date(),
    decideBy: p.date(),
    decidedOn: p.date().nullable(),
    granted: p.boolean().nullable(),
    /** Counted from the day of the decision; null until it is granted. */
    appointBy: p.date().nullable(),
    appointedOn: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class LegalAidReferral extends LegalAidReferralSchema.class {}
LegalAidReferralSchema.setClass(LegalAidReferral);
