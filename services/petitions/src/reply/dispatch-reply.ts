import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { handOf, recordStep, replyToChange, type SeenReply, type Written } from './reply-step.ts';
import { type ClockEffects, clockEffects } from './rules/clock-effects.ts';
import { assertDispatchable, type Dispatch } from './rules/dispatch.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';

/** Sends an approved letter out; its day stops or moves the clocks of the petition and its matter. */
export async function dispatchReply(seen: SeenReply, dispatch: Dispatch, context: Context): Promise<Written> {
  const { petitions, viewer, today } = context;
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
  await settleClocksOf({ reply, petition }, context);
  return recordStep({ reply, petition }, { kind: 'REPLY_DISPATCHED', on: dispatch.dispatchedOn }, context);
}

/** What its dispatch does to the clocks of the petition and its matter. */
export async function settleClocksOf({ reply, petition }: Written, context: Context): Promise<void> {
  const matter = await context.petitions.changeMatterOf(petition);
  const { pack } = await context.terms.current();
  const effects = clockEffects(reply.kind as ReplyKind, {
    proceduralRuns: petition.proceduralStartedOn != null && petition.proceduralStoppedOn == null,
    substantiveRuns: matter.substantiveStartedOn != null && matter.substantiveStoppedOn == null,
    answerOwed: matter.substantiveStartedOn != null,
    progressSatisfies: pack.progressSatisfies,
  });
  await settleClocks({ reply, petition }, matter, effects, context);
}

async function settleClocks(
  { reply, petition }: Written,
  matter: Matter,
  { stopsProcedural, stopsSubstantive, followUp, matterState }: ClockEffects,
  context: Context,
): Promise<void> {
  const on = reply.dispatchedOn as LocalDate;
  const stop = { type: 'STOPPED', on, causeId: reply.id } as const;
  if (stopsProcedural) await recordClockEvent({ clock: 'PROCEDURAL', petition }, stop, context);
  if (stopsSubstantive) await recordClockEvent({ clock: 'SUBSTANTIVE', petition, matter }, stop, context);
  const monthly = { clock: 'FOLLOW_UP', petition, matter } as const;
  if (followUp === 'MOVES') {
    const promised = context.letters.valuesOf(reply, petition).nextAnswerOn as LocalDate | undefined;
    const givenDueOn = promised && promised > on ? promised : null;
    await recordClockEvent(monthly, { type: 'STARTED', on, givenDueOn }, context);
  }
  if (matterState !== 'ANSWERED') return;
  await stopCategoryClocks(petition, stop, context);
  if (matter.followUpDueOn) await recordClockEvent(monthly, stop, context);
  matter.close();
}

/** What a category is owed beside the answer ends with the result. */
async function stopCategoryClocks(
  petition: Petition,
  stop: { readonly type: 'STOPPED'; readonly on: LocalDate; readonly causeId: string },
  context: Context,
): Promise<void> {
  for (const { clock, stoppedOn } of await context.clocks.ofPetition(petition.id)) {
    if (clock.startsWith('CATEGORY:') && stoppedOn == null) await recordClockEvent({ clock, petition }, stop, context);
  }
}
