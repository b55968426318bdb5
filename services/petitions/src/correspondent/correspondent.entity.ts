import { defineEntity, p } from '@mikro-orm/core';

/** Somebody beside the petitioner who is answered; a record of their own, so that no address is ever another’s. */
const CorrespondentSchema = defineEntity({
  name: 'Correspondent',
  tableName: 'correspondent',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    kind: p.text(),
    nameSealed: p.blob(),
    addressSealed: p.blob().nullable(),
    phoneSealed: p.blob().nullable(),
    addedById: p.uuid(),
    addedAt: p.datetime(),
  },
});
export class Correspondent extends CorrespondentSchema.class {}
CorrespondentSchema.setClass(Correspondent);
