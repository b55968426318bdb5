import { authorize } from '@everyletter/kit/errors';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { type Actor, assertCommand, type ReferralCommand, RULES } from './rules/referral-states.ts';

/** What of a referral decides who may act on it. */
export interface Belonging {
  readonly departmentId: string;
  readonly organisationId: string;
  readonly mediatorId?: string | null;
  readonly state: string;
}

/** Of the desk itself: keys read, and jobs do not decide. */
export function isOfficer(viewer: Viewer): boolean {
  const works = hasRole(viewer, 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD');
  return viewer.via === 'SESSION' && viewer.staffId !== null && works;
}

/** From outside, and nothing besides: whoever works for the office too is of the office. */
export function isMediator(viewer: Viewer): boolean {
  const fromOutside = viewer.mediatorId !== null && viewer.partnerOrganisationId !== null;
  return viewer.via === 'SESSION' && fromOutside && viewer.roles.every((role) => role === 'MEDIATOR');
}

/** In which capacities somebody stands before a referral. `leads`: administers the partner they belong to. */
export function actorsBefore(referral: Belonging, viewer: Viewer, { leads }: { readonly leads: boolean }): Actor[] {
  if (viewer.via === 'SYSTEM') return ['SYSTEM'];
  if (isOfficer(viewer)) return viewer.departmentIds.includes(referral.departmentId) ? ['OFFICE'] : [];
  if (!isMediator(viewer) || viewer.partnerOrganisationId !== referral.organisationId) return [];
  const isCase = referral.mediatorId === viewer.mediatorId;
  return [
    'PARTNER',
    ...(isCase ? (['CASE_MEDIATOR'] as const) : []),
    ...(leads ? (['PARTNER_ADMINISTRATOR'] as const) : []),
  ];
}

/** @throws Forbidden `NOT_ALLOWED`; RuleBroken `REFERRAL_STATE_FORBIDS` */
export function permit(command: ReferralCommand, referral: Belonging, actors: readonly Actor[]): void {
  authorize(RULES[command].by.some((actor) => actors.includes(actor)));
  assertCommand(command, referral.state);
}
