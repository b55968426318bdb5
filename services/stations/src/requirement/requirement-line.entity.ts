import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { HalfDay } from '../coverage/rules/coverage.ts';
import type { Line } from './rules/slots.ts';

/** One version of a line: what it asked for in days gone by is never rewritten, a change begins a new version. */
const RequirementLineSchema = defineEntity({
  name: 'RequirementLine',
  tableName: 'coverage_requirement',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    stationId: p.uuid(),
    halfDay: p.text().$type<HalfDay>(),
    lawyers: p.integer(),
    effectiveFrom: p.date(),
    effectiveTo: p.date().nullable(),
    line: p.integer(),
    weekdays: p.integer().nullable(),
    specialties: p.array(),
    language: p.text().nullable(),
    priority: p.integer(),
    version: p.integer().version(),
  },
});
export class RequirementLine extends RequirementLineSchema.class {
  asLine(): Line {
    const { stationId, halfDay, line, lawyers, weekdays, specialties, language, priority } = this;
    const from = this.effectiveFrom as LocalDate;
    const to = (this.effectiveTo ?? null) as LocalDate | null;
    return {
      stationId,
      halfDay,
      line,
      lawyers,
      weekdays: weekdays ?? null,
      specialties,
      language: language ?? null,
      priority,
      from,
      to,
    };
  }
}
RequirementLineSchema.setClass(RequirementLine);
