import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES, type Role } from '@everyletter/kit/viewer';

/** Those who work on petitions. The three administrators, outside people and reporters read no letter. */
export const DESK: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];
export const everyone: PolicyRow = [allow(ROLES)];
export const desk: PolicyRow = [allow(DESK)];

/** The same row for several fields of a type, named with spaces between them. */
export const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));
