import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** What of a petition decides who may act on it. */
export interface Belonging {
  readonly receivingDepartmentId: string;
  readonly handlingDepartmentId?: string | null;
}

/** A member of staff at the desk itself: keys read, and jobs do not decide. */
export function isOfficer(viewer: Viewer): boolean {
  return viewer.via === 'SESSION' && viewer.staffId !== null;
}

/** The department that received it decides where it goes. */
export function canTriage(viewer: Viewer, { receivingDepartmentId }: Belonging): boolean {
  const decides = hasRole(viewer, 'CLERK', 'DEPARTMENT_HEAD') && viewer.departmentIds.includes(receivingDepartmentId);
  return isOfficer(viewer) && decides;
}

/**
 * Those who triage, and leaders, choose among departments; the head of the handling department among their own people.
 * `toDepartmentId`: where it is to go.
 */
export function canAssign(viewer: Viewer, petition: Belonging, toDepartmentId: string): boolean {
  if (canTriage(viewer, petition)) return true;
  if (!isOfficer(viewer)) return false;
  if (hasRole(viewer, 'LEADER')) return true;
  const stays = petition.handlingDepartmentId === toDepartmentId && viewer.departmentIds.includes(toDepartmentId);
  return stays && hasRole(viewer, 'DEPARTMENT_HEAD');
}

/** Searching, seeking the petitioner: whoever of the desk belongs to one of its two departments. */
export function canWorkOn(viewer: Viewer, petition: Belonging): boolean {
  const worker = isOfficer(viewer) && hasRole(viewer, 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD');
  return worker && isMember(viewer, petition);
}

function isMember({ departmentIds }: Viewer, { receivingDepartmentId, handlingDepartmentId }: Belonging): boolean {
  const handling = handlingDepartmentId ? departmentIds.includes(handlingDepartmentId) : false;
  return handling || departmentIds.includes(receivingDepartmentId);
}
