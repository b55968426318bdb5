import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { type Belonging, canWorkOn, isOfficer } from '../petition/petition.policy.ts';

/** What of a request decides who may act on it. */
export interface ExtensionHands {
  readonly state: string;
  readonly requestedById: string;
}

/** The department that owes the answer asks for more time. */
export function canRequestExtension(viewer: Viewer, petition: Belonging): boolean {
  const { handlingDepartmentId } = petition;
  return (
    canWorkOn(viewer, petition) && handlingDepartmentId != null && viewer.departmentIds.includes(handlingDepartmentId)
  );
}

/** 分管院领导 decide, and nobody on their own request. */
export function canDecideExtension(viewer: Viewer, { state, requestedById }: ExtensionHands): boolean {
  return signsExtensions(viewer) && state === 'REQUESTED' && viewer.staffId !== requestedById;
}

export function signsExtensions(viewer: Viewer): boolean {
  return isOfficer(viewer) && hasRole(viewer, 'LEADER');
}

/** Who asked may take it back. */
export function canWithdrawExtension(viewer: Viewer, { state, requestedById }: ExtensionHands): boolean {
  return isOfficer(viewer) && state === 'REQUESTED' && viewer.staffId === requestedById;
}
