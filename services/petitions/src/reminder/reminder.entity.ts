import { defineEntity, p } from '@mikro-orm/core';

/** That a day comes near or has passed, and whom it is told; once for each day a clock has. */
const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    subjectId: p.uuid(),
    clock: p.text(),
    kind: p.text(),
    dueOn: p.date(),
    toStaffId: p.uuid().nullable(),
    toDepartmentId: p.uuid().nullable(),
    toRole: p.text().nullable(),
    raisedAt: p.datetime(),
  },
});
export class Reminder extends ReminderSchema.class {}
ReminderSchema.setClass(Reminder);
