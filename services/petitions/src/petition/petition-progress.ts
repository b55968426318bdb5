import type { LocalDate } from '@everyletter/kit/time';
import { contactStanding } from '../contact-attempt/rules/contact.ts';
import type { Context } from '../context.ts';
import type { Petition } from './petition.entity.ts';
import type { Category, IdentityKind } from './rules/kinds.ts';
import type { OpenReply, Progress } from './rules/next-action.ts';
import type { Disposition, MatterState, PetitionState } from './rules/states.ts';

/** Everything that decides what comes next, through batched doors: a list page pays for it once, not per row. */
export async function progressOf(petition: Petition, context: Context): Promise<Progress> {
  const { petitions, archiveSearches, contactAttempts, replies } = context;
  const [matter, searches, attempts, written] = await Promise.all([
    petitions.matterOf(petition),
    archiveSearches.of(petition),
    contactAttempts.of(petition),
    replies.ofPetition(petition.id),
  ]);
  const running = <T>(stoppedOn: unknown, targetOn: T) => (stoppedOn ? null : ((targetOn ?? null) as LocalDate | null));
  return {
    state: petition.state as PetitionState,
    category: petition.category as Category,
    identityKind: petition.identityKind as IdentityKind,
    disposition: (petition.disposition ?? null) as Disposition | null,
    matterState: matter.state as MatterState,
    archiveSearches: searches.length,
    contact: contactStanding(
      attempts.map((attempt) => attempt.asAttempt()),
      (petition.unreachableOn ?? null) as LocalDate | null,
    ),
    openReply: (written.find(({ state }) => state !== 'DISPATCHED') ?? null) as OpenReply | null,
    isReturned: petition.returnedOn != null,
    proceduralTargetOn: running(petition.proceduralStoppedOn, petition.proceduralTargetOn),
    substantiveTargetOn: running(matter.substantiveStoppedOn, matter.substantiveTargetOn),
    followUpDueOn: (matter.followUpDueOn ?? null) as LocalDate | null,
  };
}
