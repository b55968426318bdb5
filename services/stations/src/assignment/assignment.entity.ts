import { defineEntity, p } from '@mikro-orm/core';

/** One lawyer at one station for one half-day. */
const AssignmentSchema = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    stationId: p.uuid(),
    lawyerId: p.uuid(),
    date: p.date(),
    halfDay: p.text(),
  },
});
export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);
