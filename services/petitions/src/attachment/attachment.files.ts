import { authorize } from '@everyletter/kit/errors';
import type { FileResponse } from '@everyletter/kit/service';
import type { Context } from '../context.ts';
import type { FileDoor } from '../files.ts';
import { canReveal } from '../petitioner/petitioner.policy.ts';
import { RevealPurpose } from '../petitioner/rules/reveal.ts';
import { desk } from '../policy-kinds.ts';
import { frontDesk } from '../registration/registration.policy-rows.ts';
import { attachFile, uploadScan } from './attach-file.ts';
import type { Attachment } from './attachment.entity.ts';
import { MEDIA, type MediaType } from './rules/media.ts';

/** Papers come in as files and go out as files, never shown as a page of this site. */
export const attachmentFiles: readonly FileDoor[] = [
  {
    method: 'POST',
    path: /^scans$/u,
    policy: frontDesk,
    answer: async (_, upload, context) => taken(await uploadScan(upload, context)),
  },
  {
    method: 'POST',
    path: /^petitions\/(?<id>[0-9a-f-]{36})\/attachments$/u,
    policy: desk,
    answer: async ({ id = '' }, upload, context) => taken(await attachFile(id, upload, context)),
  },
  {
    method: 'GET',
    path: /^attachments\/(?<id>[0-9a-f-]{36})$/u,
    policy: desk,
    answer: ({ id = '' }, _, context) => openAttachment(id, context),
  },
];

export const attachmentPath = (id: string): string => `/files/petitions/attachments/${id}`;

function taken({ id }: Attachment): FileResponse {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { status: 201, headers, body: Buffer.from(JSON.stringify({ id })) };
}

/** A letter in clear: for those who may read it, and each opening is written down before it is answered. */
async function openAttachment(id: string, context: Context): Promise<FileResponse> {
  const { attachments, petitions, viewer } = context;
  const attachment = await attachments.get(id);
  const petition = attachment.petitionId ? await petitions.get(attachment.petitionId) : null;
  if (petition) {
    authorize(canReveal(viewer, petition, RevealPurpose.READ_THE_LETTER));
    const facts = { petitionId: petition.id };
    await context.auditRead({ action: 'READ_ATTACHMENT', subjectType: 'Attachment', subjectId: id, facts });
  }
  const body = await attachments.read(attachment, attachments.keyOf(attachment, petition));
  return { status: 200, headers: headersFor(attachment), body };
}

/** A name by chance: the one it was given may name somebody. */
function headersFor({ id, mediaType }: Attachment): Record<string, string> {
  const { extension } = MEDIA[mediaType as MediaType];
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${id.slice(-12)}.${extension}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
}
