import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { HalfDay } from '../coverage/rules/coverage.ts';
import type { Exception, ExceptionKind } from './rules/slots.ts';

/** Why some days ask for more, for less or for nobody; shown beside every figure it changes. */
const RequirementExceptionSchema = defineEntity({
  name: 'RequirementException',
  tableName: 'requirement_exception',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    stationId: p.uuid(),
    kind: p.text().$type<ExceptionKind>(),
    halfDay: p.text().$type<HalfDay>().nullable(),
    line: p.integer().nullable(),
    lawyers: p.integer().nullable(),
    fromDate: p.date(),
    toDate: p.date(),
    reason: p.text(),
    documentNumber: p.text().nullable(),
    createdById: p.uuid(),
    createdAt: p.datetime(),
  },
});
export class RequirementException extends RequirementExceptionSchema.class {
  asException(): Exception {
    const { id, stationId, kind, halfDay, line, lawyers } = this;
    const from = this.fromDate as LocalDate;
    const to = this.toDate as LocalDate;
    return {
      id,
      stationId,
      kind,
      halfDay: halfDay ?? null,
      line: line ?? null,
      lawyers: lawyers ?? null,
      from,
      to,
    };
  }
}
RequirementExceptionSchema.setClass(RequirementException);
