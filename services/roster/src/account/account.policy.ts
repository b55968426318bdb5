import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Whom an outside person works for, and who looks after that partner's people. */
export interface OutsidePerson {
  readonly lawyerId: string | null;
  /** Of the mediator, as the mediation service told; null for a lawyer and for somebody it never told of. */
  readonly partnerOrganisationId: string | null;
  /** Whether the viewer is an active administrator of a partner. */
  readonly viewerLeads: boolean;
}

export function canInviteStaff(viewer: Viewer): boolean {
  return viewer.via === 'SESSION' && hasRole(viewer, 'SYSTEM_ADMINISTRATOR');
}

/** Who runs the stations invites lawyers; the head of a department, and a partner's own administrator, its mediators. */
export function canInviteOutside(
  viewer: Viewer,
  { lawyerId, partnerOrganisationId, viewerLeads }: OutsidePerson,
): boolean {
  if (viewer.via !== 'SESSION') return false;
  if (hasRole(viewer, 'STATION_ADMINISTRATOR')) return true;
  if (lawyerId !== null) return false;
  if (hasRole(viewer, 'DEPARTMENT_HEAD')) return viewer.staffId !== null;
  return hasRole(viewer, 'MEDIATOR') && viewerLeads && partnerOrganisationId === viewer.partnerOrganisationId;
}
