import { RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';

/** Closed ones stay, since letters were received and handled by them. */
const DepartmentSchema = defineEntity({
  name: 'Department',
  tableName: 'department',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    kind: p.text(),
    headId: p.uuid().nullable(),
    closedOn: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class Department extends DepartmentSchema.class {
  /** @throws RuleBroken `DEPARTMENT_CLOSED`, `DEPARTMENT_TAKES_COMPLAINTS`, `DEPARTMENT_NOT_EMPTY` */
  close(on: LocalDate, staffCount: number): void {
    if (this.closedOn) throw new RuleBroken('DEPARTMENT_CLOSED', { field: 'id' });
    if (this.kind === 'COMPLAINTS_AND_APPEALS') throw new RuleBroken('DEPARTMENT_TAKES_COMPLAINTS', { field: 'id' });
    if (staffCount > 0) throw new RuleBroken('DEPARTMENT_NOT_EMPTY', { field: 'id', staff: staffCount });
    this.closedOn = on;
    this.headId = null;
  }
}
DepartmentSchema.setClass(Department);
