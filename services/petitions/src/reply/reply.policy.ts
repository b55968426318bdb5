import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import { type Belonging, canWorkOn, isOfficer } from '../petition/petition.policy.ts';
import { ReplyKind } from './rules/reply-kinds.ts';

/** What of a reply decides who may act on it. */
export interface ReplyStanding {
  readonly kind: string;
  readonly state: string;
  readonly authorId: string;
}

/** 谁接收、谁回复；谁办理、谁答复: who received it replies, who handles it answers. */
export function responsibleDepartment(
  { receivingDepartmentId, handlingDepartmentId }: Belonging,
  kind: string,
): string {
  return kind === 'PROCEDURAL' ? receivingDepartmentId : (handlingDepartmentId ?? receivingDepartmentId);
}

/** Whether their department is the one that owes this kind. */
export function canDraft(viewer: Viewer, petition: Belonging, kind: string): boolean {
  return canWorkOn(viewer, petition) && viewer.departmentIds.includes(responsibleDepartment(petition, kind));
}

/** Whether there is any kind of reply the viewer may draft. */
export function canReply(viewer: Viewer, petition: Belonging): boolean {
  return Object.values(ReplyKind).some((kind) => canDraft(viewer, petition, kind));
}

/** Whoever may draft it, until it is submitted; the last to write is its author. */
export function canEdit(viewer: Viewer, petition: Belonging, { kind, state }: ReplyStanding): boolean {
  return state === 'DRAFT' && canDraft(viewer, petition, kind);
}

/** Who signs for this kind at all: leaders, and the head of the department that is responsible. */
export function signsFor(viewer: Viewer, petition: Belonging, kind: string): boolean {
  if (!isOfficer(viewer)) return false;
  if (hasRole(viewer, 'LEADER')) return true;
  return hasRole(viewer, 'DEPARTMENT_HEAD') && viewer.departmentIds.includes(responsibleDepartment(petition, kind));
}

/** Four eyes: nobody approves their own words. */
export function canApprove(viewer: Viewer, petition: Belonging, { kind, state, authorId }: ReplyStanding): boolean {
  return state === 'SUBMITTED' && signsFor(viewer, petition, kind) && viewer.staffId !== authorId;
}

/** Posting it is anybody's of the two departments. */
export function canDispatch(viewer: Viewer, petition: Belonging, { state }: ReplyStanding): boolean {
  return state === 'APPROVED' && canWorkOn(viewer, petition);
}
