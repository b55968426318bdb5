import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Whose absence it is, and where they sit. */
export interface Absentee {
  readonly staffId: string;
  readonly departmentId: string;
}

/** One's own; a head those of the department; who plans the reception, everybody's. */
export function canRecordAbsence(viewer: Viewer, { staffId, departmentId }: Absentee): boolean {
  if (viewer.via !== 'SESSION') return false;
  if (hasRole(viewer, 'ROTA_ADMINISTRATOR') || viewer.staffId === staffId) return true;
  return hasRole(viewer, 'DEPARTMENT_HEAD') && viewer.departmentIds.includes(departmentId);
}
