import { defineEntity, p } from '@mikro-orm/core';

/** A paper of a referral, sealed whole: what was shared, a signed agreement, a proof of performance. */
const DocumentSchema = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    kind: p.text(),
    itemId: p.uuid().nullable(),
    nameSealed: p.blob(),
    mediaType: p.text(),
    bytes: p.integer(),
    /** Left out of lists. */
    contentSealed: p.blob().lazy(),
    addedById: p.uuid(),
    addedAt: p.datetime(),
  },
});
export class Document extends DocumentSchema.class {}
DocumentSchema.setClass(Document);
