import type { Disposition, MatterState, PetitionState } from '../../petition/rules/states.ts';

/** What a petitioner is told of how far it is: never a name, a department or an opinion. */
export const PublicStage = {
  RECEIVED: 'RECEIVED',
  HANDLING: 'HANDLING',
  SENT_ON: 'SENT_ON',
  NOT_TAKEN_ON: 'NOT_TAKEN_ON',
  ANSWERED: 'ANSWERED',
  CLOSED: 'CLOSED',
} as const;
export type PublicStage = (typeof PublicStage)[keyof typeof PublicStage];

export interface StageFacts {
  readonly state: PetitionState;
  readonly disposition: Disposition | null;
  readonly matterState: MatterState;
  /** Whether the letter that tells the decision has left: until then nobody learns it from a page. */
  readonly isTold: boolean;
}

/** A decision is told by letter first. Source: 《信访工作条例》17, 23: the petitioner may look up and is told in writing. */
export function publicStage({ state, disposition, matterState, isTold }: StageFacts): PublicStage {
  if (matterState === 'ARCHIVED') return PublicStage.CLOSED;
  if (state !== 'DISPOSED' || !isTold) return PublicStage.RECEIVED;
  if (disposition === 'TRANSFERRED' || disposition === 'ASSIGNED_DOWN') return PublicStage.SENT_ON;
  if (disposition !== 'ACCEPTED') return PublicStage.NOT_TAKEN_ON;
  return matterState === 'ANSWERED' ? PublicStage.ANSWERED : PublicStage.HANDLING;
}
