import { defineEntity, p } from '@mikro-orm/core';

/** What one side is ready to do, in its versions; not evidence of anything. Source: 特邀调解规定 22. */
const OfferSchema = defineEntity({
  name: 'Offer',
  tableName: 'offer',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    number: p.integer(),
    side: p.text(),
    /** The version it takes the place of. */
    followsId: p.uuid().nullable(),
    contentSealed: p.blob(),
    madeOn: p.date(),
    answer: p.text().nullable(),
    answeredOn: p.date().nullable(),
  },
});
export class Offer extends OfferSchema.class {}
OfferSchema.setClass(Offer);
