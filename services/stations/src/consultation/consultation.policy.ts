import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';

/** A member of staff at the desk itself. */
function isOfficer(viewer: Viewer): boolean {
  return viewer.via === 'SESSION' && viewer.staffId !== null;
}

/** The lawyer on duty, or the officer who brings somebody to them. */
export function canStart(viewer: Viewer, lawyerId: string): boolean {
  const brings = isOfficer(viewer) && hasRole(viewer, 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'STATION_ADMINISTRATOR');
  return brings || isLawyer(viewer, lawyerId);
}

export function canOverride(viewer: Viewer): boolean {
  return canManageDuty(viewer) || (isOfficer(viewer) && hasRole(viewer, 'DEPARTMENT_HEAD', 'LEADER'));
}

/** For the office: whoever handles petitions, and who runs the stations. */
export function canAnswerOpinion(viewer: Viewer): boolean {
  return isOfficer(viewer) && hasRole(viewer, 'HANDLER', 'DEPARTMENT_HEAD', 'CLERK', 'STATION_ADMINISTRATOR');
}
