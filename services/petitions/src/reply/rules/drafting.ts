import { RuleBroken } from '@everyletter/kit/errors';
import type { MatterState, PetitionState } from '../../petition/rules/states.ts';
import { isAnswered } from '../../petition/rules/triage.ts';
import type { ReplyKind } from './reply-kinds.ts';

/** How things stand before a reply is drafted. */
export interface DraftStanding {
  readonly petitionState: PetitionState;
  readonly matterState: MatterState;
  /** The kinds of the petition's replies that are not dispatched yet. */
  readonly open: readonly ReplyKind[];
}

/**
 * A reply tells a decision, so the petition is triaged first; one of a kind at a time; after the result there is no
 * more to answer, though a repeated letter still gets its procedural reply.
 * @throws RuleBroken `PETITION_NOT_TRIAGED`, `REPLY_ALREADY_OPEN`, `MATTER_ALREADY_ANSWERED`
 */
export function checkDraft({ petitionState, matterState, open }: DraftStanding, kind: ReplyKind): void {
  if (petitionState !== 'DISPOSED') throw new RuleBroken('PETITION_NOT_TRIAGED', { field: 'petitionId' });
  if (open.includes(kind)) throw new RuleBroken('REPLY_ALREADY_OPEN', { field: 'kind', kind });
  if (kind !== 'PROCEDURAL' && isAnswered(matterState)) {
    throw new RuleBroken('MATTER_ALREADY_ANSWERED', { field: 'kind' });
  }
}
