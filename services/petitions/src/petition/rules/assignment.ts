import { RuleBroken } from '@everyletter/kit/errors';
import type { Disposition, MatterState } from './states.ts';
import { isAnswered } from './triage.ts';

/** Who handles a petition, or is to. */
export interface Assignment {
  readonly handlingDepartmentId: string;
  readonly handlerId: string;
}

/** How the petition stands before it is assigned. */
export interface AssignmentStanding {
  readonly disposition: Disposition | null;
  readonly matterState: MatterState;
  readonly handlingDepartmentId: string | null;
  readonly handlerId: string | null;
}

/**
 * Only what was accepted is handled by someone, until it is answered; naming the same person again is refused, since
 * it would tell the timeline something that did not happen.
 * @throws RuleBroken
 */
export function checkAssignment(standing: AssignmentStanding, { handlingDepartmentId, handlerId }: Assignment): void {
  if (standing.disposition !== 'ACCEPTED') throw new RuleBroken('PETITION_NOT_ACCEPTED', { field: 'petitionId' });
  if (isAnswered(standing.matterState)) throw new RuleBroken('MATTER_ALREADY_ANSWERED', { field: 'petitionId' });
  if (standing.handlerId === handlerId && standing.handlingDepartmentId === handlingDepartmentId) {
    throw new RuleBroken('ALREADY_ASSIGNED', { field: 'handlerId' });
  }
}
