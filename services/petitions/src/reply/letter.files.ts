import { authorize, RuleBroken } from '@everyletter/kit/errors';
import type { FileResponse } from '@everyletter/kit/service';
import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { FileDoor } from '../files.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { isOfficer } from '../petition/petition.policy.ts';
import { desk } from '../policy-kinds.ts';
import { queryCodeOf } from '../registration/query-code.ts';
import { addresseeOf } from '../reply-recipient/addressee.ts';
import type { ReplyRecipient } from '../reply-recipient/reply-recipient.entity.ts';
import { envelopesPdf } from './print/envelope-pdf.ts';
import { lettersPdf } from './print/letter-pdf.ts';
import type { PrintedLetter } from './print/printed-letter.ts';
import type { Reply } from './reply.entity.ts';
import { salutation, zhDay } from './rules/letter-text.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';

/** Letters of one run: a working day of a large office, and what a browser still shows. */
export const PRINTED_MAX = 100;

/** Printable letters: names and addresses stand in them in clear, so that every reading is written down. */
export const letterFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^replies\/(?<id>[0-9a-f-]{36})\/letter\.pdf$/u,
    policy: desk,
    async answer({ id = '' }, _, context) {
      const reply = await signedReply(id, context);
      const copies = await context.replyRecipients.of(reply);
      return pdf(reply.letterNumber, await lettersPdf(await printAll([reply], () => copies, context)));
    },
  },
  {
    method: 'GET',
    path: /^recipients\/(?<id>[0-9a-f-]{36})\/(?<what>letter|envelope)\.pdf$/u,
    policy: desk,
    async answer({ id = '', what }, _, context) {
      const recipient = await context.replyRecipients.get(id);
      const reply = await signedReply(recipient.replyId, context);
      const letters = await printAll([reply], () => [recipient], context);
      return pdf(reply.letterNumber, what === 'letter' ? await lettersPdf(letters) : await envelopes(letters));
    },
  },
  {
    method: 'GET',
    path: /^outgoing\/(?<what>letters|envelopes)\.pdf$/u,
    policy: desk,
    async answer({ what }, _, context) {
      authorize(isOfficer(context.viewer));
      const waiting = await context.replies.outgoing(PRINTED_MAX);
      if (waiting.length === 0) throw new RuleBroken('NOTHING_TO_PRINT');
      const letters = await printAll(waiting, (_reply, recipients) => recipients, context);
      return pdf(context.today, what === 'letters' ? await lettersPdf(letters) : await envelopes(letters));
    },
  },
];

/** Null until it is approved. */
export function letterPath(reply: Pick<Reply, 'id' | 'state'>): string | null {
  return isSigned(reply) ? `/files/petitions/replies/${reply.id}/letter.pdf` : null;
}

export function isSigned({ state }: Pick<Reply, 'state'>): boolean {
  return state === 'APPROVED' || state === 'DISPATCHED';
}

async function signedReply(id: string, { viewer, replies }: Context): Promise<Reply> {
  const reply = await replies.get(id);
  authorize(isOfficer(viewer));
  if (!isSigned(reply)) reply.assertState('APPROVED', 'REPLY_NOT_APPROVED');
  return reply;
}

type Chosen = (reply: Reply, recipients: readonly ReplyRecipient[]) => readonly ReplyRecipient[];

/** A copy for each recipient, with their own name and address; each letter read is written to the audit. */
async function printAll(replies: readonly Reply[], chosen: Chosen, context: Context): Promise<PrintedLetter[]> {
  const letters: PrintedLetter[] = [];
  for (const reply of replies) {
    const petition = (await context.petitions.find(reply.petitionId)) as Petition;
    const facts = { petitionId: petition.id };
    await context.auditRead({ action: 'READ_REPLY_LETTER', subjectType: 'Reply', subjectId: reply.id, facts });
    for (const recipient of chosen(reply, await context.replyRecipients.of(reply))) {
      letters.push(await printed({ reply, recipient, petition }, context));
    }
  }
  return letters;
}

interface Copy {
  readonly reply: Reply;
  readonly recipient: ReplyRecipient;
  readonly petition: Petition;
}

async function printed({ reply, recipient, petition }: Copy, context: Context): Promise<PrintedLetter> {
  const { letters, terms, now } = context;
  const [{ body }, office] = await Promise.all([letters.read(reply, petition), terms.office()]);
  const { name, address } = await addresseeOf(recipient, petition, context);
  return {
    kind: reply.kind as ReplyKind,
    office,
    letterNumber: reply.letterNumber as string,
    petitionNumber: petition.number,
    salutation: salutation(name),
    body,
    signedOn: zhDay(reply.approvedOn as LocalDate),
    verificationCode: reply.verificationCode as string,
    queryCode: recipient.correspondentId
      ? null
      : queryCodeOf(petition.id, petition.institutionId, context.options.keys),
    recipient: address ? { name: name ?? '信访人', address } : null,
    printedAt: now,
  };
}

/** @throws RuleBroken `RECIPIENT_ADDRESS_MISSING` when none of them has one */
function envelopes(letters: readonly PrintedLetter[]): Promise<Buffer> {
  const addressed = letters.flatMap(({ recipient, ...letter }) => (recipient ? [{ ...letter, recipient }] : []));
  if (addressed.length === 0) throw new RuleBroken('RECIPIENT_ADDRESS_MISSING');
  return envelopesPdf(addressed);
}

function pdf(name: string | null | undefined, body: Buffer): FileResponse {
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letter.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  return { status: 200, headers, body };
}
