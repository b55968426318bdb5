import { defineEntity, p } from '@mikro-orm/core';
import type { PolicyPack } from './rules/policy-pack.ts';

/** The office as its letters name it; a read copy of the institution the roster owns. */
const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'office',
  properties: {
    institutionId: p.uuid().primary(),
    name: p.text(),
    numberPrefix: p.text(),
    address: p.text(),
    phone: p.text(),
    complaintsDepartmentId: p.uuid(),
  },
});
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office);

/** One version of the working calendar, as the roster published it. */
const CalendarVersionSchema = defineEntity({
  name: 'CalendarVersion',
  tableName: 'calendar_version',
  properties: {
    institutionId: p.uuid().primary(),
    version: p.integer().primary(),
    years: p.array().columnType('int[]'),
    daysOff: p.array().columnType('date[]'),
    extraWorkdays: p.array().columnType('date[]'),
    receivedAt: p.datetime(),
  },
});
export class CalendarVersion extends CalendarVersionSchema.class {}
CalendarVersionSchema.setClass(CalendarVersion);

/** One version of the numbers; never changed once a clock was computed under it. */
const PolicyPackVersionSchema = defineEntity({
  name: 'PolicyPackVersion',
  tableName: 'policy_pack',
  properties: {
    institutionId: p.uuid().primary(),
    version: p.text().primary(),
    effectiveFrom: p.date(),
    content: p.json<PolicyPack>(),
  },
});
export class PolicyPackVersion extends PolicyPackVersionSchema.class {}
PolicyPackVersionSchema.setClass(PolicyPackVersion);
