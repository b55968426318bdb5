import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { nextFollowUpOn } from '../clock/rules/follow-up.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { handOf, recordStep, replyToChange, type SeenReply, type Written } from './reply-step.ts';
import { type ClockEffects, clockEffects } from './rules/clock-effects.ts';
import { assertDispatchable, type Dispatch } from './rules/dispatch.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';

/** Sends an approved letter out; its day stops or moves the clocks of the petition and its matter. */
export async function dispatchReply(seen: SeenReply, dispatch: Dispatch, context: Context): Promise<Written> {
  const { petitions, terms, viewer, today } = context;
  const { reply } = await replyToChange(seen, context);
  const petition = await petitions.change(reply.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  reply.assertState('APPROVED', 'REPLY_NOT_APPROVED');
  assertDispatchable(dispatch, {
    today,
    receivedOn: petition.receivedOn as LocalDate,
    approvedOn: reply.approvedOn as LocalDate,
    hasAddress: petition.addressSealed != null,
    hasPhone: petition.phoneSealed != null,
  });
  reply.dispatch(dispatch, handOf(context));
  const matter = await petitions.changeMatterOf(petition);
  const { pack } = await terms.current();
  const effects = clockEffects(reply.kind as ReplyKind, {
    proceduralRuns: petition.proceduralStartedOn != null && petition.proceduralStoppedOn == null,
    substantiveRuns: matter.substantiveStartedOn != null && matter.substantiveStoppedOn == null,
    answerOwed: matter.substantiveStartedOn != null,
    progressSatisfies: pack.progressSatisfies,
  });
  await settleClocks({ reply, petition }, matter, effects, context);
  return recordStep({ reply, petition }, { kind: 'REPLY_DISPATCHED', on: dispatch.dispatchedOn }, context);
}

async function settleClocks(
  { reply, petition }: Written,
  matter: Matter,
  { stopsProcedural, stopsSubstantive, followUp, matterState }: ClockEffects,
  context: Context,
): Promise<void> {
  const on = reply.dispatchedOn as LocalDate;
  const stopped = (clock: string) =>
    recordEntry(petition, { kind: 'CLOCK_STOPPED', on, facts: { clock, replyId: reply.id } }, context);
  if (stopsProcedural) {
    petition.stopClock(on);
    stopped('PROCEDURAL');
  }
  if (stopsSubstantive) {
    matter.stopClock(on);
    stopped('SUBSTANTIVE');
  }
  if (followUp === 'MOVES') {
    const dueOn = await nextAnswerOn({ reply, petition }, matter, context);
    if (dueOn) matter.followUpOn(dueOn);
    recordEntry(petition, { kind: 'CLOCK_MOVED', on, facts: { clock: 'FOLLOW_UP', dueOn } }, context);
  }
  if (matterState === 'ANSWERED') matter.close();
}

/** The day the letter itself promised, or the one the rule gives, whichever comes first after the dispatch. */
async function nextAnswerOn({ reply, petition }: Written, matter: Matter, context: Context): Promise<LocalDate | null> {
  const { pack, calendar } = await context.terms.current();
  const anchor = matter.substantiveDueOn as LocalDate | null;
  const on = reply.dispatchedOn as LocalDate;
  const ruled = anchor && nextFollowUpOn(anchor, pack.clocks.FOLLOW_UP.period, on, calendar);
  const promised = context.letters.valuesOf(reply, petition).nextAnswerOn as LocalDate | undefined;
  return promised && promised > on && (!ruled || promised < ruled) ? promised : ruled;
}
