export const DEPARTMENT_KINDS = [
  'COMPLAINTS_AND_APPEALS',
  'CRIMINAL',
  'CIVIL',
  'ADMINISTRATIVE',
  'PUBLIC_INTEREST',
  'SUPERVISION',
  'GENERAL_OFFICE',
  'LEADERSHIP',
] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];
