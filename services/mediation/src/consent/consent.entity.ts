import { defineEntity, p } from '@mikro-orm/core';

/** One answer of a party: to being mediated and shared, to a mediator, to more time. Only added, never changed. */
const ConsentSchema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    partyId: p.uuid(),
    subject: p.text(),
    answer: p.text(),
    form: p.text(),
    answeredAt: p.datetime(),
    scope: p.array(),
    mediatorId: p.uuid().nullable(),
    until: p.date().nullable(),
    /** Why a party will not take a mediator; under the key of the room. */
    reasonSealed: p.blob().nullable(),
    recordedById: p.uuid(),
    recordedAt: p.datetime(),
  },
});
export class Consent extends ConsentSchema.class {}
ConsentSchema.setClass(Consent);
