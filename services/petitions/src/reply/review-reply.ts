import { randomInt } from 'node:crypto';
import { authorize, Forbidden } from '@everyletter/kit/errors';
import { parts } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { sealNote } from '../petitioner/sealed-note.ts';
import { SENT_BACK_REASON } from './letters.ts';
import { canDraft, signsFor } from './reply.policy.ts';
import { handOf, recordStep, replyToChange, type SeenReply, type Written } from './reply-step.ts';
import { letterNumber } from './rules/letter-number.ts';

/** Hands a complete letter to its approver. */
export async function submitReply(seen: SeenReply, context: Context): Promise<Written> {
  const { letters, viewer } = context;
  const { reply, petition } = await replyToChange(seen, context);
  authorize(canDraft(viewer, petition, reply.kind), 'REPLY_OF_OTHER_DEPARTMENT');
  const { checks, missing } = await letters.read(reply, petition);
  reply.submit(checks, missing, handOf(context));
  return recordStep({ reply, petition }, { kind: 'REPLY_SUBMITTED' }, context);
}

/** Signs a letter: its words are fixed, and it gets its number and the code a petitioner can check it by. */
export async function approveReply(seen: SeenReply, context: Context): Promise<Written> {
  const { letters, petitions, replies, terms, today } = context;
  const { reply, petition } = await toReview(seen, context);
  reply.assertState('SUBMITTED', 'REPLY_NOT_SUBMITTED');
  const { body, checks } = await letters.read(reply, petition);
  const { numberPrefix } = await terms.office();
  const { year } = parts(today);
  reply.assertComplete(checks, []);
  const sequence = await replies.takeLetterSequence(petition.institutionId, year);
  const approval = {
    bodySealed: letters.sealBody(reply.id, body, petition),
    letterNumber: letterNumber(numberPrefix, year, sequence),
    verificationCode: newVerificationCode(),
  };
  reply.approve(approval, handOf(context));
  if (reply.kind === 'RESULT') (await petitions.changeMatterOf(petition)).resultReady();
  return recordStep({ reply, petition }, { kind: 'REPLY_APPROVED' }, context);
}

/** Back to the author, with the reason. */
export async function sendBackReply(seen: SeenReply, reason: string, context: Context): Promise<Written> {
  const { reply, petition } = await toReview(seen, context);
  const sealed = sealNote(reason, SENT_BACK_REASON(reply.id), petition, context.options.keys);
  reply.sendBack(sealed, handOf(context));
  return recordStep({ reply, petition }, { kind: 'REPLY_SENT_BACK', detail: reason }, context);
}

async function toReview(seen: SeenReply, context: Context): Promise<Written> {
  const { viewer } = context;
  const { reply, petition } = await replyToChange(seen, context);
  authorize(signsFor(viewer, petition, reply.kind));
  if (reply.authorId === viewer.staffId) throw new Forbidden('REPLY_APPROVER_IS_AUTHOR', { field: 'replyId' });
  return { reply, petition };
}

/** Twelve digits, as they are read out over the phone: 3920-1187-5546. Uniqueness is the table's. */
function newVerificationCode(): string {
  return Array.from({ length: 3 }, () => String(randomInt(10_000)).padStart(4, '0')).join('-');
}
