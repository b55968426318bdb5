import { Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { FileRequest } from '@everyletter/kit/service';
import { cleanText } from '@everyletter/kit/text';
import { agreementOf } from '../agreement/conclude-agreement.ts';
import type { Context } from '../context.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralSeal } from '../referral/referral-seal.ts';
import { recordStep, referralFor } from '../referral/referral-step.ts';
import { Document } from './document.entity.ts';
import { paperKind } from './rules/paper-kind.ts';

const NAME_MAX = 100;
const BYTES_MAX = 10 * 1024 * 1024;
/** Papers of one referral. */
const COUNT_MAX = 30;

export type DocumentKind = 'SHARED' | 'SIGNED_AGREEMENT' | 'EVIDENCE';

/** What the office would share, until the first party was asked: a consent is to what was said then. */
export async function addSharedDocument(referralId: string, file: FileRequest, context: Context): Promise<Document> {
  const referral = await referralFor('CHANGE_SHARING', { referralId, version: null }, context);
  if ((await context.parties.answersOf(referral)).length > 0)
    throw new RuleBroken('SHARING_ALREADY_CONSENTED', { field: 'file' });
  return add(referral, { kind: 'SHARED', itemId: null, file }, context);
}

export async function addSignedAgreement(referralId: string, file: FileRequest, context: Context): Promise<Document> {
  const referral = await referralFor('AGREE', { referralId, version: null }, context);
  await agreementOf(referral, context);
  return add(referral, { kind: 'SIGNED_AGREEMENT', itemId: null, file }, context);
}

/** Of one thing that was to be done. @throws NotFound `PERFORMANCE_NOT_FOUND` */
export async function addEvidence(
  { referralId, itemId }: { readonly referralId: string; readonly itemId: string },
  file: FileRequest,
  context: Context,
): Promise<Document> {
  const referral = await referralFor('FOLLOW_PERFORMANCE', { referralId, version: null }, context);
  const items = await context.agreements.itemsOf(await agreementOf(referral, context));
  if (!items.some(({ id }) => id === itemId)) throw new NotFound('PERFORMANCE_NOT_FOUND', { field: 'itemId' });
  return add(referral, { kind: 'EVIDENCE', itemId, file }, context);
}

interface Paper {
  readonly kind: DocumentKind;
  readonly itemId: string | null;
  readonly file: FileRequest;
}

/** @throws Invalid `DOCUMENT_EMPTY`, `DOCUMENT_TOO_LARGE`, `DOCUMENT_KIND_UNKNOWN`; RuleBroken `DOCUMENTS_TOO_MANY` */
async function add(referral: Referral, { kind, itemId, file }: Paper, context: Context): Promise<Document> {
  const { fileName, body } = file;
  const field = 'file';
  if (!body || body.length === 0) throw new Invalid('DOCUMENT_EMPTY', { field });
  if (body.length > BYTES_MAX) throw new Invalid('DOCUMENT_TOO_LARGE', { field, megabytes: BYTES_MAX / 1024 / 1024 });
  const mediaType = paperKind(body);
  if (!mediaType) throw new Invalid('DOCUMENT_KIND_UNKNOWN', { field });
  if ((await context.documents.of(referral)).length >= COUNT_MAX)
    throw new RuleBroken('DOCUMENTS_TOO_MANY', { field, max: COUNT_MAX });
  const seal = ReferralSeal.of(referral, context.options.keys);
  const id = newId(context.now);
  const name = cleanText((fileName ?? '').split(/[\\/]/u).at(-1) || '—', { field, max: NAME_MAX });
  const document = context.em.create(Document, {
    id,
    institutionId: referral.institutionId,
    referralId: referral.id,
    kind,
    itemId,
    nameSealed: seal.seal(name, namePlace(id)),
    mediaType,
    bytes: body.length,
    contentSealed: seal.seal(body.toString('base64'), contentPlace(id)),
    addedById: context.viewer.accountId,
    addedAt: context.now,
  } as never) as Document;
  context.documents.add(document);
  await recordStep(referral, { action: 'ADD_DOCUMENT', facts: { kind, bytes: body.length } }, context);
  return document;
}

export const namePlace = (id: string) => `document.name:${id}`;
export const contentPlace = (id: string) => `document.content:${id}`;
