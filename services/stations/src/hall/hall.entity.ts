import { defineEntity, p } from '@mikro-orm/core';

/** A building: whoever serves in one on a day serves in no other that day. */
const HallSchema = defineEntity({
  name: 'Hall',
  tableName: 'hall',
  properties: { id: p.uuid().primary(), institutionId: p.uuid(), name: p.text(), address: p.text() },
});
export class Hall extends HallSchema.class {}
HallSchema.setClass(Hall);
