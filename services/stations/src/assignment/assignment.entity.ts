import { defineEntity, p } from '@mikro-orm/core';

export const AssignmentStatus = {
  PUBLISHED: 'PUBLISHED',
  CONFIRMED: 'CONFIRMED',
  DECLINED: 'DECLINED',
  CANCELLED: 'CANCELLED',
} as const;
export type AssignmentStatus = (typeof AssignmentStatus)[keyof typeof AssignmentStatus];

/** Those that hold a seat; the constraints of the table bind only them. */
export const HELD: readonly AssignmentStatus[] = ['PUBLISHED', 'CONFIRMED'];

/** One lawyer on one seat of a station's line for one half-day. `locked`: planning leaves it as it is. */
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
    line: p.integer().default(1),
    seat: p.integer().default(1),
    status: p.text().$type<AssignmentStatus>().default('PUBLISHED'),
    planId: p.uuid().nullable(),
    locked: p.boolean().default(false),
    version: p.integer().version(),
  },
});
export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);
