import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { isOfficer } from '../petition/petition.policy.ts';

/** What of a pack decides who may act on it. */
export interface PackHands {
  readonly state: string;
  readonly draftedById?: string | null;
  readonly changedById?: string | null;
}

/** The two administrators who keep the settings, each the other's second pair of eyes. */
export function keepsPacks(viewer: Viewer): boolean {
  return isOfficer(viewer) && hasRole(viewer, 'SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR');
}

export function canEditPack(viewer: Viewer, { state }: PackHands): boolean {
  return state === 'DRAFT' && keepsPacks(viewer);
}

/** Four eyes: nobody who wrote in it approves it. */
export function canApprovePack(viewer: Viewer, pack: PackHands): boolean {
  return canEditPack(viewer, pack) && !wroteIn(viewer, pack);
}

export function wroteIn({ staffId }: Viewer, { draftedById, changedById }: PackHands): boolean {
  return staffId === draftedById || staffId === changedById;
}
