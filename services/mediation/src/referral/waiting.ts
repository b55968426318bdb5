import { dayOf, type LocalDate } from '@everyletter/kit/time';
import { lastAnswer } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import { hasDisclosed } from '../disclosure/choose-mediator.ts';
import type { Referral } from './referral.entity.ts';
import { type OutcomeStanding, type RoomStanding, type Waiting, waitingFor } from './rules/waiting.ts';

/** What comes next, as far as the viewer may know. */
export async function waitingOf(referral: Referral, context: Context): Promise<Waiting> {
  const isMediating =
    context.rooms !== null && referral.state === 'ACCEPTED' && referral.mediatorId === context.viewer.mediatorId;
  return waitingFor({
    state: referral.state,
    answerDueOn: (referral.answerDueOn ?? null) as LocalDate | null,
    endsOn: (referral.endsOn ?? null) as LocalDate | null,
    today: context.today,
    room: isMediating ? await roomStanding(referral, context) : null,
    outcome: referral.state === 'AGREED' ? await outcomeStanding(referral, context) : null,
  });
}

async function roomStanding(referral: Referral, context: Context): Promise<RoomStanding> {
  const { parties, sessions, agreements } = context;
  const [all, answers, held, agreement, disclosed] = await Promise.all([
    parties.of(referral),
    parties.answersOf(referral),
    sessions.of(referral),
    agreements.of(referral),
    hasDisclosed(referral, context),
  ]);
  const asked = { subject: 'MEDIATOR', mediatorId: referral.mediatorId ?? null };
  const said = (partyId: string) => lastAnswer(answers, partyId, asked)?.answer ?? null;
  const planned = held.filter(({ state }) => state === 'PLANNED').map(({ startsAt }) => startsAt.getTime());
  return {
    hasDisclosed: disclosed,
    mediatorAnswers: all.map(({ id }) => (said(id) === null ? null : said(id) === 'GIVEN')),
    isDrafted: agreement !== null,
    nextSessionOn: planned.length > 0 ? dayOf(new Date(Math.min(...planned))) : null,
    heldSessions: held.filter(({ state }) => state === 'HELD').length,
  };
}

/** Null for whoever does not see the agreement. */
async function outcomeStanding(referral: Referral, { agreements }: Context): Promise<OutcomeStanding | null> {
  const agreement = await agreements.of(referral);
  if (!agreement) return null;
  const items = await agreements.itemsOf(agreement);
  const open = items.filter(({ performedOn }) => !performedOn).map(({ dueOn }) => dueOn as LocalDate);
  const isApplied = agreement.confirmationAppliedOn !== null && agreement.confirmationAppliedOn !== undefined;
  return {
    openDueOn: open.sort(),
    confirmationDueOn: isApplied ? null : ((agreement.confirmationDueOn ?? null) as LocalDate | null),
  };
}
