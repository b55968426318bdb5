/** The twelve roles, as the schema names them. */
export type Role =
  | 'CLERK'
  | 'HANDLER'
  | 'DEPARTMENT_HEAD'
  | 'LEADER'
  | 'ROTA_ADMINISTRATOR'
  | 'STATION_ADMINISTRATOR'
  | 'DUTY_LAWYER'
  | 'MEDIATOR'
  | 'REPORTER'
  | 'AUDITOR'
  | 'SYSTEM_ADMINISTRATOR'
  | 'SECURITY_ADMINISTRATOR';

/** People of the house who work petitions; everybody else sees no petition. */
export const DESK_ROLES: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];

export function holdsAny(roles: readonly Role[], wanted: readonly Role[]): boolean {
  return roles.some((role) => wanted.includes(role));
}
