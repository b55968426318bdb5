import { defineEntity, p } from '@mikro-orm/core';

/** A half-day in which a leader receives visitors in the hall (领导接访). */
const ReceptionDaySchema = defineEntity({
  name: 'ReceptionDay',
  tableName: 'reception_day',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    date: p.date(),
    halfDay: p.text(),
    leaderId: p.uuid(),
    place: p.text(),
    revision: p.integer(),
    calledOffOn: p.date().nullable(),
    changedAt: p.datetime().columnType('timestamptz'),
  },
});
export class ReceptionDay extends ReceptionDaySchema.class {}
ReceptionDaySchema.setClass(ReceptionDay);
