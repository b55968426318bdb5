import { allow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';

/** Colleagues and the administrators: everyone but the outside people. */
const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'DUTY_LAWYER' && role !== 'MEDIATOR');
const everyone = [allow(ROLES)];
const office = [allow(OFFICE)];

/** Rows beneath are narrowed further by row-level security: one's own institution, and for institutions the tree below. */
export const rosterPolicy: PolicyTable = {
  'Query.viewer': everyone,
  'Query.institution': everyone,
  'Query.institutions': office,
  'Query.staffMember': office,
  Institution: everyone,
  'Institution.id': everyone,
  'Institution.name': everyone,
  'Institution.shortName': everyone,
  'Institution.level': everyone,
  'Institution.parent': office,
  'Institution.children': office,
  'Institution.departments': office,
  'Institution.staff': office,
  'Institution.today': everyone,
  Department: everyone,
  'Department.id': everyone,
  'Department.name': everyone,
  'Department.kind': everyone,
  'Department.institution': everyone,
  'Department.head': office,
  Staff: everyone,
  'Staff.id': everyone,
  'Staff.name': everyone,
  'Staff.title': everyone,
  'Staff.department': everyone,
  'Staff.roles': office,
  'Viewer.accountId': everyone,
  'Viewer.displayName': everyone,
  'Viewer.roles': everyone,
  'Viewer.institution': everyone,
  'Viewer.staff': everyone,
  'Viewer.departments': everyone,
};
