import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';

const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'DUTY_LAWYER' && role !== 'MEDIATOR');
const everyone = [allow(ROLES)];
const office = [allow(OFFICE)];
/** Who keeps the list of people. */
const system = [allow(['SYSTEM_ADMINISTRATOR'])];
/** Who sees how people come in and what they may do. */
export const administrators: PolicyRow = [allow(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'])];

export const staffRows: PolicyTable = {
  'Query.staffMember': office,
  'Mutation.addStaff': system,
  'Mutation.changeStaff': system,
  'Mutation.disableStaff': system,
  'Mutation.enableStaff': system,
  'StaffPayload.staff': administrators,
  Staff: everyone,
  'Staff.id': everyone,
  'Staff.name': everyone,
  'Staff.title': everyone,
  'Staff.grade': everyone,
  'Staff.staffNumber': administrators,
  'Staff.active': everyone,
  'Staff.leftOn': office,
  'Staff.version': everyone,
  'Staff.department': everyone,
  'Staff.roles': office,
  'Staff.lines': everyone,
  'Staff.account': administrators,
  'Staff.absences': office,
  'Staff.viewerCanRecordAbsence': office,
  'Staff.duties': office,
  'Mutation.addDepartment': system,
  'Mutation.changeDepartment': system,
  'Mutation.closeDepartment': system,
  'DepartmentPayload.department': system,
  Department: everyone,
  'Department.id': everyone,
  'Department.name': everyone,
  'Department.kind': everyone,
  'Department.closedOn': everyone,
  'Department.version': everyone,
  'Department.institution': everyone,
  'Department.head': office,
  'Department.staffCount': office,
  'Query.absences': office,
  'Mutation.recordAbsence': office,
  'Mutation.removeAbsence': office,
  'AbsencePayload.absence': office,
  Absence: office,
  'Absence.id': office,
  'Absence.from': office,
  'Absence.to': office,
  'Absence.staff': office,
  'Absence.kind': office,
  'Absence.duties': office,
  'Absence.viewerCanChange': office,
};
