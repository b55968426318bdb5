import { defineEntity, p } from '@mikro-orm/core';

/** That something is due, told once: one row for each thing and kind, whoever looks and however often. */
const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    /** The agreement, or the thing to be done. */
    subjectId: p.uuid(),
    kind: p.text(),
    dueOn: p.date(),
    madeAt: p.datetime(),
  },
});
export class Reminder extends ReminderSchema.class {}
ReminderSchema.setClass(Reminder);
