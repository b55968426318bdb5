import { authorize } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { FileDoor } from '../files.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { isOfficer } from '../petition/petition.policy.ts';
import { desk } from '../policy-table.ts';
import { letterPdf } from './print/letter-pdf.ts';
import type { PrintedLetter } from './print/printed-letter.ts';
import type { Reply } from './reply.entity.ts';
import { salutation, zhDay } from './rules/letter-text.ts';
import type { ReplyKind } from './rules/reply-kinds.ts';

/** The printable letter: the petitioner's name and address stand in it in clear, so that every reading is written down. */
export const letterFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^replies\/(?<id>[0-9a-f-]{36})\/letter\.pdf$/u,
    policy: desk,
    async answer({ id = '' }, _, context) {
      const { viewer, replies, petitions } = context;
      const reply = await replies.get(id);
      authorize(isOfficer(viewer));
      if (!isSigned(reply)) reply.assertState('APPROVED', 'REPLY_NOT_APPROVED');
      const petition = (await petitions.find(reply.petitionId)) as Petition;
      const facts = { petitionId: petition.id };
      await context.auditRead({ action: 'READ_REPLY_LETTER', subjectType: 'Reply', subjectId: reply.id, facts });
      const body = await letterPdf(await printed(reply, petition, context));
      return { status: 200, headers: headersFor(reply), body };
    },
  },
];

/** Null until it is approved. */
export function letterPath(reply: Pick<Reply, 'id' | 'state'>): string | null {
  return isSigned(reply) ? `/files/petitions/replies/${reply.id}/letter.pdf` : null;
}

function isSigned({ state }: Pick<Reply, 'state'>): boolean {
  return state === 'APPROVED' || state === 'DISPATCHED';
}

async function printed(reply: Reply, petition: Petition, { letters, terms, now }: Context): Promise<PrintedLetter> {
  const [{ body }, office] = await Promise.all([letters.read(reply, petition), terms.office()]);
  const { name, address } = letters.recipientOf(petition);
  return {
    kind: reply.kind as ReplyKind,
    office,
    letterNumber: reply.letterNumber as string,
    petitionNumber: petition.number,
    salutation: salutation(name),
    body,
    signedOn: zhDay(reply.approvedOn as LocalDate),
    verificationCode: reply.verificationCode as string,
    recipient: address ? { name: name ?? '信访人', address } : null,
    printedAt: now,
  };
}

function headersFor({ letterNumber }: Reply): Record<string, string> {
  return {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letter.pdf"; filename*=UTF-8''${encodeURIComponent(`${letterNumber}.pdf`)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}
