import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { isOfficer } from '../petition/petition.policy.ts';
import { keepsPacks } from '../policy-pack/policy-pack.policy.ts';

/** What of a version decides who may act on it. */
export interface TemplateHands {
  readonly state: string;
  readonly draftedById: string | null;
  readonly changedById: string | null;
}

/** Those who sign letters know their words; the administrators keep the settings. */
export function writesTemplates(viewer: Viewer): boolean {
  return keepsPacks(viewer) || (isOfficer(viewer) && hasRole(viewer, 'DEPARTMENT_HEAD', 'LEADER'));
}

/** Four eyes: an administrator who did not write in it. */
export function canApproveTemplate(viewer: Viewer, template: TemplateHands): boolean {
  return template.state === 'DRAFT' && keepsPacks(viewer) && !wroteTemplate(viewer, template);
}

export function wroteTemplate({ staffId }: Viewer, { draftedById, changedById }: TemplateHands): boolean {
  return staffId === draftedById || staffId === changedById;
}
