import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { type Belonging, canTriage, canWorkOn, isOfficer } from '../petition/petition.policy.ts';
import type { CourseStep } from './rules/course.ts';

/**
 * The department that received it decides what becomes of it; whoever works on it writes a withdrawal down; taking an
 * answered matter up again is for heads and leaders, since it gives a promise anew.
 */
export function mayTake(step: CourseStep, viewer: Viewer, petition: Belonging): boolean {
  switch (step) {
    case 'TAKE_BACK':
    case 'MERGE':
    case 'ARCHIVE':
      return canTriage(viewer, petition);
    case 'WITHDRAW':
      return canWorkOn(viewer, petition);
    case 'REOPEN':
      if (!isOfficer(viewer)) return false;
      return hasRole(viewer, 'LEADER') || (hasRole(viewer, 'DEPARTMENT_HEAD') && canWorkOn(viewer, petition));
  }
}
