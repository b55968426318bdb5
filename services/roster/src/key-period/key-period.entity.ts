import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';

/** 重大活动节点: more leaders sit in the hall, one of them of some rank. */
const KeyPeriodSchema = defineEntity({
  name: 'KeyPeriod',
  tableName: 'key_period',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    fromOn: p.date(),
    toOn: p.date(),
    leadersPerHalfDay: p.integer(),
    minimumGrade: p.text().nullable(),
    includesDaysOff: p.boolean(),
    version: p.integer().version(),
  },
});
export class KeyPeriod extends KeyPeriodSchema.class {
  asKeyPeriod() {
    return {
      id: this.id,
      name: this.name,
      fromOn: this.fromOn as LocalDate,
      toOn: this.toOn as LocalDate,
      leadersPerHalfDay: this.leadersPerHalfDay,
      minimumGrade: this.minimumGrade ?? null,
      includesDaysOff: this.includesDaysOff,
    };
  }
}
KeyPeriodSchema.setClass(KeyPeriod);
