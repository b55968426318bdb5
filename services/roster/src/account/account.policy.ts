import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Whom an outside person works for. */
export interface OutsidePerson {
  readonly lawyerId: string | null;
  readonly partnerOrganisationId: string | null;
}

export function canInviteStaff(viewer: Viewer): boolean {
  return viewer.via === 'SESSION' && hasRole(viewer, 'SYSTEM_ADMINISTRATOR');
}

/** Who runs the stations invites either; a mediator, colleagues of their own organisation. */
export function canInviteOutside(viewer: Viewer, { lawyerId, partnerOrganisationId }: OutsidePerson): boolean {
  if (viewer.via !== 'SESSION') return false;
  if (hasRole(viewer, 'STATION_ADMINISTRATOR')) return true;
  const isColleague = partnerOrganisationId !== null && partnerOrganisationId === viewer.partnerOrganisationId;
  return lawyerId === null && hasRole(viewer, 'MEDIATOR') && isColleague;
}
