import { NotFound } from '@everyletter/kit/errors';
import type { FileResponse } from '@everyletter/kit/service';
import type { Context } from '../context.ts';
import type { FileDoor } from '../files.ts';
import { clerks, mediators, party } from '../policy-table.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralSeal } from '../referral/referral-seal.ts';
import { addEvidence, addSharedDocument, addSignedAgreement, contentPlace, namePlace } from './add-document.ts';
import type { Document } from './document.entity.ts';
import { endingOf } from './rules/paper-kind.ts';
import { seenDocuments } from './seen-documents.ts';

const ID = '[0-9a-f-]{36}';

/** Papers come in at three doors, by who hands them in, and go out at one. */
export const documentFiles: readonly FileDoor[] = [
  {
    method: 'POST',
    path: new RegExp(`^referrals/(?<id>${ID})/documents$`, 'u'),
    policy: clerks,
    answer: async ({ id = '' }, request, context) => created(await addSharedDocument(id, request, context)),
  },
  {
    method: 'POST',
    path: new RegExp(`^referrals/(?<id>${ID})/signed-agreement$`, 'u'),
    policy: mediators,
    answer: async ({ id = '' }, request, context) => created(await addSignedAgreement(id, request, context)),
  },
  {
    method: 'POST',
    path: new RegExp(`^referrals/(?<id>${ID})/items/(?<itemId>${ID})/evidence$`, 'u'),
    policy: mediators,
    answer: async ({ id = '', itemId = '' }, request, context) =>
      created(await addEvidence({ referralId: id, itemId }, request, context)),
  },
  {
    method: 'GET',
    path: new RegExp(`^documents/(?<id>${ID})$`, 'u'),
    policy: party,
    answer: ({ id = '' }, _, context) => openDocument(id, context),
  },
];

function created({ id }: Document): FileResponse {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status: 201, headers, body: Buffer.from(JSON.stringify({ id })) };
}

/** Each opening is written down before it answers. */
async function openDocument(id: string, context: Context): Promise<FileResponse> {
  const document = await context.documents.open(id);
  const referral = (await context.referrals.find(document.referralId)) as Referral;
  const isSeen = (await seenDocuments(referral, context)).some((seen) => seen.id === id);
  if (!isSeen) throw new NotFound('DOCUMENT_NOT_FOUND', { field: 'id' });
  const facts = { kind: document.kind };
  await context.auditRead({ action: 'OPEN_DOCUMENT', subjectType: 'Referral', subjectId: referral.id, facts });
  const seal = ReferralSeal.of(referral, context.options.keys);
  const content = seal.open(document.contentSealed as unknown as Uint8Array, contentPlace(id));
  const name = seal.open(document.nameSealed, namePlace(id));
  return {
    status: 200,
    headers: {
      'content-type': document.mediaType,
      'content-disposition': `attachment; filename="document.${endingOf(document.mediaType)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(content, 'base64'),
  };
}
