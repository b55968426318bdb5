import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { isLawyer } from '../lawyer/lawyer.policy.ts';

/** Colleagues who handle petitions, at the desk itself: keys read, and jobs do not decide. */
export function canPropose(viewer: Viewer): boolean {
  const works = hasRole(viewer, 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD');
  return viewer.via === 'SESSION' && viewer.staffId !== null && works;
}

/** The lawyer ends it themselves; what the petitioner says, the office records. */
export function canEnd(viewer: Viewer, lawyerId: string): boolean {
  return canPropose(viewer) || isLawyer(viewer, lawyerId);
}
