import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Whose case it is. */
interface Owned {
  readonly leaderId: string;
  readonly responsibleId: string;
}

/** Leaders take cases on; a head of department may write it down for them. */
export function canOpenOwnership(viewer: Viewer): boolean {
  return viewer.via === 'SESSION' && viewer.staffId !== null && hasRole(viewer, 'LEADER', 'DEPARTMENT_HEAD');
}

/** The two who answer for it, and whoever may open one. */
export function canChangeOwnership(viewer: Viewer, { leaderId, responsibleId }: Owned): boolean {
  if (viewer.via !== 'SESSION' || viewer.staffId === null) return false;
  return canOpenOwnership(viewer) || viewer.staffId === leaderId || viewer.staffId === responsibleId;
}
