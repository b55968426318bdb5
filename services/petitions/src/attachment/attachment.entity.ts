import { defineEntity, p } from '@mikro-orm/core';

/** A paper as a file; its bytes stand in `attachment_content`. Without a petition it is a scan not yet registered. */
const AttachmentSchema = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid().nullable(),
    uploadedById: p.uuid(),
    uploadedAt: p.datetime(),
    mediaType: p.text(),
    byteCount: p.integer(),
    virusScanner: p.text(),
    nameSealed: p.blob(),
    wrappedKey: p.blob().nullable(),
  },
});
export class Attachment extends AttachmentSchema.class {}
AttachmentSchema.setClass(Attachment);
