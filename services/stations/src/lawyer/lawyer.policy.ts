import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** The administrator of the stations at the desk itself: keys read, and jobs do not decide. */
export function canManageDuty(viewer: Viewer): boolean {
  return viewer.via === 'SESSION' && viewer.staffId !== null && hasRole(viewer, 'STATION_ADMINISTRATOR');
}

/** The lawyer themselves. */
export function isLawyer(viewer: Viewer, lawyerId: string): boolean {
  return viewer.via === 'SESSION' && hasRole(viewer, 'DUTY_LAWYER') && viewer.lawyerId === lawyerId;
}

/** When somebody can serve, they say themselves or tell the administrator. */
export function canSetAvailability(viewer: Viewer, lawyerId: string): boolean {
  return canManageDuty(viewer) || isLawyer(viewer, lawyerId);
}
