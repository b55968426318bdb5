import { defineEntity, p } from '@mikro-orm/core';

const StaffSchema = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    departmentId: p.uuid(),
    name: p.text(),
    title: p.text(),
    accountId: p.uuid().nullable(),
  },
});
export class Staff extends StaffSchema.class {}
StaffSchema.setClass(Staff);

/** One role one account holds; the second-person approval stands in the grant's own history. */
const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    accountId: p.uuid(),
    role: p.text(),
    staffId: p.uuid().nullable(),
  },
});
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);
