import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { HolidayPolicy, Span } from './rules/recurrence.ts';

/** When leaders receive, e.g. on the first and fourth Wednesday of the month. */
const ReceptionRuleSchema = defineEntity({
  name: 'ReceptionRule',
  tableName: 'reception_rule',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    weekdays: p.array((item) => Number(item)).columnType('int[]'),
    nthInMonth: p.array((item) => Number(item)).columnType('int[]'),
    everyWeeks: p.integer(),
    span: p.text(),
    holidayPolicy: p.text(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class ReceptionRule extends ReceptionRuleSchema.class {
  asTurnRule() {
    return {
      weekdays: this.weekdays,
      nthInMonth: this.nthInMonth,
      everyWeeks: this.everyWeeks,
      span: this.span as Span,
      holidayPolicy: this.holidayPolicy as HolidayPolicy,
      validFrom: this.validFrom as LocalDate,
      validTo: (this.validTo ?? null) as LocalDate | null,
    };
  }
}
ReceptionRuleSchema.setClass(ReceptionRule);
