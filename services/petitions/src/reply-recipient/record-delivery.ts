import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { type ClockSubject, recordClockEvent } from '../clock/record-clock-event.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { settleReply } from '../reply/dispatch-reply.ts';
import { handOf, recordStep, replyToChange, type SeenReply, type Written } from '../reply/reply-step.ts';
import type { Dispatch } from '../reply/rules/dispatch.ts';
import type { ReplyKind } from '../reply/rules/reply-kinds.ts';
import { DELIVERY_REASON } from './addressee.ts';
import { type DeliveryReport, reachedNobody } from './rules/delivery.ts';
import { type StandingReply, standingAnswers } from './rules/standing-answer.ts';
import { sendToOne } from './send-to-recipients.ts';

/** One recipient of a reply as the caller saw it. */
export interface SeenRecipient extends SeenReply {
  readonly recipientId: string;
}

/** Writes down that it arrived or came back; what reached nobody opens the clocks it had stopped. */
export async function recordDelivery(seen: SeenRecipient, report: DeliveryReport, context: Context): Promise<Written> {
  const { viewer, replyRecipients, petitions, options, today } = context;
  const { reply } = await replyToChange(seen, context);
  const petition = await petitions.change(reply.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  const recipient = await replyRecipients.oneOf(reply, seen.recipientId);
  const sealed = report.reason && sealNote(report.reason, DELIVERY_REASON(recipient.id), petition, options.keys);
  recipient.settle(report, today, sealed || null);
  reply.touch(handOf(context));
  if (recipient.cameBack()) await openClocksAgain({ reply, petition }, report.on, context);
  const kind = recipient.cameBack() ? 'REPLY_RETURNED' : 'REPLY_DELIVERED';
  const facts = { recipient: recipient.kind, delivery: report.state };
  return recordStep({ reply, petition }, { kind, on: report.on, detail: report.reason, facts }, context);
}

/** Sends to one again by another way, or the same after the record was put right; the clocks stop that day. */
export async function resendReply(seen: SeenRecipient, dispatch: Dispatch, context: Context): Promise<Written> {
  const { viewer, replyRecipients, petitions } = context;
  const { reply } = await replyToChange(seen, context);
  const petition = await petitions.change(reply.petitionId, null);
  authorize(canWorkOn(viewer, petition));
  reply.assertState('DISPATCHED', 'REPLY_NOT_SENT');
  const recipient = await replyRecipients.oneOf(reply, seen.recipientId);
  recipient.assertMayGoAgain();
  await sendToOne(recipient, dispatch, { reply, petition }, context);
  reply.touch(handOf(context));
  petition.returnedOn = null;
  recipient.causeId = newId(context.now);
  await settleReply({ reply, petition }, { on: dispatch.dispatchedOn, causeId: recipient.causeId }, context);
  const facts = { recipient: recipient.kind };
  return recordStep({ reply, petition }, { kind: 'REPLY_SENT_AGAIN', on: dispatch.dispatchedOn, facts }, context);
}

async function openClocksAgain({ reply, petition }: Written, on: LocalDate, context: Context): Promise<void> {
  const all = await context.replyRecipients.of(reply);
  if (!reachedNobody(all.map(({ state }) => state))) return;
  petition.returnedOn = on;
  const causes = [reply.id, ...all.flatMap(({ causeId }) => causeId ?? [])];
  const back = { on, causes, sentOn: all.map(({ sentOn }) => sentOn ?? '') };
  const matter = await context.petitions.changeMatterOf(petition);
  const { pack } = await context.terms.current();
  const own = standingAnswers(await standingReplies([petition], context), pack.progressSatisfies);
  const others = standingAnswers(
    await standingReplies(await context.petitions.ofMatter(matter), context),
    pack.progressSatisfies,
  );
  await openAgain({ clock: 'PROCEDURAL', petition }, back, own.procedural, context);
  await openAgain({ clock: 'SUBSTANTIVE', petition, matter }, back, others.substantive, context);
  if (others.hasResult || reply.kind === 'PROGRESS') return;
  await openAgain({ clock: 'FOLLOW_UP', petition, matter }, back, null, context);
  if (matter.state === 'ANSWERED') matter.openAgain();
}

interface Return {
  readonly on: LocalDate;
  readonly causes: readonly string[];
  /** For stops that were written down without their cause. */
  readonly sentOn: readonly string[];
}

/** Undoes what these sendings stopped; a reply that still stands stops it anew, by its own day. */
async function openAgain(
  subject: ClockSubject,
  { on, causes, sentOn }: Return,
  left: StandingReply | null,
  context: Context,
): Promise<void> {
  const id = 'matter' in subject ? subject.matter.id : subject.petition.id;
  const events = await context.clocks.eventsOf(id, subject.clock);
  const undone = new Set(events.filter(({ type }) => type === 'REOPENED').map(({ causeId }) => causeId ?? null));
  const stops = events.filter(({ type, causeId }) => type === 'STOPPED' && !undone.has(causeId ?? null));
  const own = stops.filter(({ causeId, onDate }) => (causeId ? causes.includes(causeId) : sentOn.includes(onDate)));
  for (const { causeId } of own) await recordClockEvent(subject, { type: 'REOPENED', on, causeId }, context);
  const isStopped = stops.length > own.length;
  if (own.length === 0 || isStopped || !left) return;
  await recordClockEvent(subject, { type: 'STOPPED', on: left.sentOn, causeId: left.id }, context);
}

/** Replies that somebody has or that are on their way. */
async function standingReplies(
  answered: readonly Petition[],
  { replies, replyRecipients }: Context,
): Promise<StandingReply[]> {
  const written = (await Promise.all(answered.map(({ id }) => replies.ofPetition(id)))).flat();
  const sent = written.filter(({ state }) => state === 'DISPATCHED');
  const recipients = await Promise.all(sent.map((reply) => replyRecipients.of(reply)));
  return sent.flatMap(({ id, kind }, at) => {
    const reached = (recipients[at] ?? []).filter((one) => one.sentOn && !one.cameBack());
    const [sentOn] = reached.map((one) => one.sentOn as LocalDate).sort();
    return sentOn ? [{ id, kind: kind as ReplyKind, sentOn }] : [];
  });
}
