import { defineEntity, p } from '@mikro-orm/core';

/** A matter offered to a partner organisation. It never stops a reply clock. Source: 人民调解法 3. */
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
    proposedOn: p.date(),
    wrappedKey: p.blob(),
    disputeSealed: p.blob(),
    version: p.integer().version(),
  },
});
export class Referral extends ReferralSchema.class {}
ReferralSchema.setClass(Referral);
