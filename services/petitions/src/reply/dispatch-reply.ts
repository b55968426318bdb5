import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { type MeansOfOne, sendToAll } from '../reply-recipient/send-to-recipients.ts';
import { handOf, recordStep, replyToChange, type SeenReply, type Written } from './reply-step.ts';
import { type ClockEffects, clockEffects } from './rules/clock-effects.ts';
import type { Dispatch } from './rules/dispatch.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';

/** One day and one way for all, but for those named otherwise. */
export interface DispatchToAll extends Dispatch {
  readonly recipients?: readonly MeansOfOne[] | null;
}

/** Sends an approved letter out; its day stops or moves the clocks of the petition and its matter. */
export async function dispatchReply(seen: SeenReply, dispatch: DispatchToAll, context: Context): Promise<Written> {
  const { petitions, viewer } = context;
  const { reply } = await replyToChange(seen, context);
  const petition = await petitions.change(reply.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  reply.assertState('APPROVED', 'REPLY_NOT_APPROVED');
  await sendToAll({ reply, petition }, dispatch, context);
  reply.dispatch(dispatch, handOf(context));
  await settleClocksOf({ reply, petition }, context);
  return recordStep({ reply, petition }, { kind: 'REPLY_DISPATCHED', on: dispatch.dispatchedOn }, context);
}

/** What its dispatch does to the clocks of the petition and its matter. */
export function settleClocksOf({ reply, petition }: Written, context: Context): Promise<void> {
  const first = { on: reply.dispatchedOn as LocalDate, causeId: reply.id };
  return settleReply({ reply, petition }, first, context);
}

/** One sending of a reply. `causeId`: by which the clocks it stops can be opened again if it comes back. */
export interface Sending {
  readonly on: LocalDate;
  readonly causeId: string;
}

/** What a sending of a reply does to the promises of its petition and matter. */
export async function settleReply({ reply, petition }: Written, sending: Sending, context: Context): Promise<void> {
  const { petitions, terms } = context;
  const matter = await petitions.changeMatterOf(petition);
  const { pack } = await terms.current();
  const effects = clockEffects(reply.kind as ReplyKind, {
    proceduralRuns: petition.proceduralStartedOn != null && petition.proceduralStoppedOn == null,
    substantiveRuns: matter.substantiveStartedOn != null && matter.substantiveStoppedOn == null,
    answerOwed: matter.substantiveStartedOn != null,
    progressSatisfies: pack.progressSatisfies,
  });
  await settleClocks({ reply, petition, sending }, matter, effects, context);
}

async function settleClocks(
  { reply, petition, sending: { on, causeId } }: Written & { readonly sending: Sending },
  matter: Matter,
  { stopsProcedural, stopsSubstantive, followUp, matterState }: ClockEffects,
  context: Context,
): Promise<void> {
  const stop = { type: 'STOPPED', on, causeId } as const;
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
