import { authorize } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { newDataKey, type SealingKey, seal, unseal } from '@everyletter/kit/sealing';
import type { FileRequest } from '@everyletter/kit/service';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { canWorkOn } from '../petition/petition.policy.ts';
import { canRegister } from '../registration/registration.policy.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { Attachment } from './attachment.entity.ts';
import { namePlace } from './attachments.repository.ts';
import { type ReadUpload, readUpload } from './read-upload.ts';
import { virusScanner } from './virus-scanner.ts';

type Upload = Pick<FileRequest, 'fileName' | 'body'>;

/**
 * A scan of something not yet registered: its uploader's alone until it is.
 * @throws Forbidden `NOT_ALLOWED`; Invalid of {@link readUpload}, `ATTACHMENT_INFECTED`
 */
export async function uploadScan(upload: Upload, context: Context): Promise<Attachment> {
  const { viewer, terms, options, attachments } = context;
  authorize(canRegister(viewer, (await terms.office()).complaintsDepartmentId));
  const key = newDataKey();
  const read = await looked(upload, context);
  const attachment = newAttachment(read, key, context);
  attachment.wrappedKey = options.keys.wrap(key, viewer.institutionId, attachment.id);
  await attachments.keep(attachment, read.bytes, key);
  await audit('UPLOAD_SCAN', attachment, context);
  return attachment;
}

/** A paper that came later, or with a petition already registered. @throws as {@link uploadScan}; RuleBroken `ATTACHMENTS_TOO_MANY` */
export async function attachFile(petitionId: string, upload: Upload, context: Context): Promise<Attachment> {
  const { petitions, viewer, attachments, options } = context;
  const petition = await petitions.get(petitionId);
  authorize(canWorkOn(viewer, petition));
  await attachments.requireRoom(petition, 1);
  const read = await looked(upload, context);
  const key = options.keys.unwrap(petition.wrappedKey, petition.institutionId, petition.id);
  const attachment = newAttachment(read, key, context);
  attachment.petitionId = petition.id;
  await attachments.keep(attachment, read.bytes, key);
  recordEntry(petition, { kind: 'ATTACHED', facts: { files: 1 } }, context);
  await audit('ATTACH_FILE', attachment, context);
  return attachment;
}

/** The scans go with the petition registered from them: sealed anew, under its key. */
export async function claimScans(scanIds: readonly string[], petition: Petition, context: Context): Promise<void> {
  const { attachments, options } = context;
  if (scanIds.length === 0) return;
  await attachments.requireRoom(petition, scanIds.length);
  const key = options.keys.unwrap(petition.wrappedKey, petition.institutionId, petition.id);
  for (const id of scanIds) {
    const scan = await attachments.takeScan(id);
    const own = attachments.keyOf(scan, null);
    const bytes = await attachments.read(scan, own);
    scan.nameSealed = seal(unseal(scan.nameSealed, own, namePlace(scan.id)), key, namePlace(scan.id));
    scan.petitionId = petition.id;
    scan.wrappedKey = null;
    await attachments.keep(scan, bytes, key);
  }
}

/** Only while no petition has it. @throws NotFound `ATTACHMENT_NOT_FOUND` */
export async function discardScan(id: string, context: Context): Promise<string> {
  const scan = await context.attachments.takeScan(id);
  await audit('DISCARD_SCAN', scan, context);
  await context.attachments.remove(scan);
  return id;
}

async function looked({ fileName, body }: Upload, { options }: Context): Promise<ReadUpload> {
  const read = await readUpload(fileName, body);
  await virusScanner(options.scanCommand).assertClean(read.bytes);
  return read;
}

function newAttachment({ name, mediaType, bytes }: ReadUpload, key: SealingKey, context: Context): Attachment {
  const { em, viewer, now, options } = context;
  const id = newId(now);
  return em.create(Attachment, {
    id,
    institutionId: viewer.institutionId,
    petitionId: null,
    uploadedById: viewer.staffId as string,
    uploadedAt: now,
    mediaType,
    byteCount: bytes.length,
    virusScanner: virusScanner(options.scanCommand).name,
    nameSealed: seal(name, key, namePlace(id)),
    wrappedKey: null,
  });
}

function audit(
  action: string,
  { id, petitionId, mediaType, byteCount }: Attachment,
  context: Context,
): Promise<string> {
  const facts = { petitionId: petitionId ?? null, mediaType, bytes: byteCount };
  return auditChange(context, { action, subjectType: 'Attachment', subjectId: id, facts });
}
