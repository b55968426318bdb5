import { defineEntity, p } from '@mikro-orm/core';

/** 一次性告知: everything that is missing, told once. It never stops the seven days. */
const MaterialsRequestSchema = defineEntity({
  name: 'MaterialsRequest',
  tableName: 'materials_request',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    itemsSealed: p.blob(),
    requestedOn: p.date(),
    requestedById: p.uuid(),
    receivedOn: p.date().nullable(),
  },
});
export class MaterialsRequest extends MaterialsRequestSchema.class {}
MaterialsRequestSchema.setClass(MaterialsRequest);
