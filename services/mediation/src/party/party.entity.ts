import { defineEntity, p } from '@mikro-orm/core';

/** One side of a dispute; who it is only sealed. */
const PartySchema = defineEntity({
  name: 'Party',
  tableName: 'party',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    number: p.integer(),
    side: p.text(),
    /** That it answered how it found the mediation; what it answered is kept apart. */
    feedbackGiven: p.boolean().default(false),
    cardSealed: p.blob(),
  },
});
export class Party extends PartySchema.class {}
PartySchema.setClass(Party);
