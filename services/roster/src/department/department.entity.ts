import { defineEntity, p } from '@mikro-orm/core';

const DepartmentSchema = defineEntity({
  name: 'Department',
  tableName: 'department',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    kind: p.text(),
    headId: p.uuid().nullable(),
  },
});
export class Department extends DepartmentSchema.class {}
DepartmentSchema.setClass(Department);
