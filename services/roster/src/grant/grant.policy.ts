import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { type AskedGrant, isSecondPerson } from './rules/separation.ts';

/** Administrators at the desk itself; not for themselves. */
export function canRequestGrant(viewer: Viewer, accountId: string): boolean {
  const isAdministrator = hasRole(viewer, 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR');
  return viewer.via === 'SESSION' && isAdministrator && viewer.accountId !== accountId;
}

export function canDecideGrant(viewer: Viewer, request: AskedGrant): boolean {
  return viewer.via === 'SESSION' && isSecondPerson(viewer, request);
}

/** Taking a right away needs no second person, and nobody takes their own. */
export function canRevokeGrant(viewer: Viewer, accountId: string): boolean {
  return viewer.via === 'SESSION' && hasRole(viewer, 'SECURITY_ADMINISTRATOR') && viewer.accountId !== accountId;
}
