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
    cardSealed: p.blob(),
  },
});
export class Party extends PartySchema.class {}
PartySchema.setClass(Party);
