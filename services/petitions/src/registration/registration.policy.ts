import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { isOfficer } from '../petition/petition.policy.ts';

/** The department that takes complaints registers; its clerks and its head, at the desk. */
export function canRegister(viewer: Viewer, complaintsDepartmentId: string): boolean {
  return isOfficer(viewer) && isOfComplaints(viewer, complaintsDepartmentId);
}

/** What reaches the office through another system may also come with the key of a clerk's account. */
export function canTakeIn(viewer: Viewer, complaintsDepartmentId: string): boolean {
  return (
    (viewer.via === 'API_KEY' && isOfComplaints(viewer, complaintsDepartmentId)) ||
    canRegister(viewer, complaintsDepartmentId)
  );
}

function isOfComplaints(viewer: Viewer, complaintsDepartmentId: string): boolean {
  return hasRole(viewer, 'CLERK', 'DEPARTMENT_HEAD') && viewer.departmentIds.includes(complaintsDepartmentId);
}
