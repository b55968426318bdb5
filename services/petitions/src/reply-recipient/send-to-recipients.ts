import { RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { Reply } from '../reply/reply.entity.ts';
import { assertDispatchable, type Dispatch } from '../reply/rules/dispatch.ts';
import type { ReplyMeans } from '../reply/rules/reply-kinds.ts';
import { ownRecord, writtenOnIt } from './addressee.ts';
import { ReplyRecipient } from './reply-recipient.entity.ts';

/** How one of the recipients gets it, where that differs from the others. */
export interface MeansOfOne {
  readonly recipientId: string;
  readonly means: ReplyMeans;
}

/** A new reply goes to the petitioner and to everybody else who is answered. */
export async function addRecipients(reply: Reply, petition: Petition, context: Context): Promise<void> {
  const { correspondents, replyRecipients, em, now } = context;
  const { id: replyId, institutionId, petitionId } = reply;
  const everybody = [
    { kind: 'PETITIONER', correspondentId: null },
    ...(await correspondents.of(petition)).map(({ id, kind }) => ({ kind, correspondentId: id })),
  ];
  for (const one of everybody) {
    const common = { id: newId(now), institutionId, petitionId, replyId, state: 'WAITING', sendings: 0 };
    replyRecipients.add(em.create(ReplyRecipient, { ...common, ...one }));
  }
}

/** The petitioner has heard it where they stand. */
export function addHearer(reply: Reply, on: LocalDate, { replyRecipients, em, now }: Context): void {
  const { id: replyId, institutionId, petitionId } = reply;
  const heard = { state: 'DELIVERED', means: 'ON_THE_SPOT', sentOn: on, settledOn: on, sendings: 1 };
  const of = { id: newId(now), institutionId, petitionId, replyId, correspondentId: null, kind: 'PETITIONER' };
  replyRecipients.add(em.create(ReplyRecipient, { ...of, ...heard }));
}

/**
 * Sends an approved reply to everybody it waits for.
 * @throws RuleBroken `REPLY_HAS_NO_RECIPIENT`; and as `assertDispatchable`
 */
export async function sendToAll(
  { reply, petition }: { readonly reply: Reply; readonly petition: Petition },
  dispatch: Dispatch & { readonly recipients?: readonly MeansOfOne[] | null },
  context: Context,
): Promise<void> {
  const all = await context.replyRecipients.of(reply);
  const waiting = all.filter(({ state }) => state === 'WAITING');
  if (waiting.length === 0) throw new RuleBroken('REPLY_HAS_NO_RECIPIENT', { field: 'replyId' });
  for (const recipient of waiting) {
    const own = dispatch.recipients?.find(({ recipientId }) => recipientId === recipient.id);
    const how = { means: own?.means ?? dispatch.means, dispatchedOn: dispatch.dispatchedOn };
    await sendToOne(recipient, how, { reply, petition }, context);
  }
}

export async function sendToOne(
  recipient: ReplyRecipient,
  dispatch: Dispatch,
  { reply, petition }: { readonly reply: Reply; readonly petition: Petition },
  context: Context,
): Promise<void> {
  const card = await ownRecord(recipient, petition, context);
  assertDispatchable(dispatch, {
    today: context.today,
    receivedOn: petition.receivedOn as LocalDate,
    approvedOn: reply.approvedOn as LocalDate,
    hasAddress: card.address !== null,
    hasPhone: card.phone !== null,
  });
  recipient.send(dispatch, writtenOnIt(recipient, card, petition, context));
}
