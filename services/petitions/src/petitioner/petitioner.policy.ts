import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { type Belonging, canWorkOn, isOfficer } from '../petition/petition.policy.ts';
import { RevealPurpose } from './rules/reveal.ts';

/**
 * Who may read a petitioner's data in clear: those who work on the petition, to work on it; leaders, to read the letter
 * they sign for; supervision is for leaders and heads. An administrator, a reporter or a key never.
 */
export function canReveal(viewer: Viewer, petition: Belonging, purpose: RevealPurpose): boolean {
  if (!isOfficer(viewer)) return false;
  if (purpose === RevealPurpose.SUPERVISION) {
    return hasRole(viewer, 'LEADER') || (hasRole(viewer, 'DEPARTMENT_HEAD') && canWorkOn(viewer, petition));
  }
  return canWorkOn(viewer, petition) || (hasRole(viewer, 'LEADER') && purpose === RevealPurpose.READ_THE_LETTER);
}
