import type { Role } from '../session/roles.ts';

export const GRADES = [
  'CHIEF_PROCURATOR',
  'DEPUTY_CHIEF',
  'COMMITTEE_MEMBER',
  'DEPARTMENT_DIRECTOR',
  'PROCURATOR',
  'ASSISTANT',
  'CLERK',
  'OTHER',
] as const;
export type StaffGrade = (typeof GRADES)[number];

/** Only leaders of the house answer for departments. */
export const isLeaderGrade = (grade: string): boolean =>
  ['CHIEF_PROCURATOR', 'DEPUTY_CHIEF', 'COMMITTEE_MEMBER'].includes(grade);

/** What can be asked for; outside people get theirs with their invitation. */
export const GRANTABLE: readonly Role[] = [
  'CLERK',
  'HANDLER',
  'DEPARTMENT_HEAD',
  'LEADER',
  'ROTA_ADMINISTRATOR',
  'STATION_ADMINISTRATOR',
  'REPORTER',
  'AUDITOR',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
];

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface DepartmentChoice extends Named {
  readonly closedOn: string | null;
}

export const openOnes = (departments: readonly DepartmentChoice[]) =>
  departments.filter(({ closedOn }) => closedOn === null).map(({ id, name }) => ({ value: id, words: name }));
