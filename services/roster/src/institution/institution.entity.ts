import { defineEntity, p } from '@mikro-orm/core';

/** A procuratorate in the tree of four levels. `ancestorIds` run from the parent to the root. */
const InstitutionSchema = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    shortName: p.text(),
    level: p.text(),
    parentId: p.uuid().nullable(),
    ancestorIds: p.array().columnType('uuid[]'),
  },
});
export class Institution extends InstitutionSchema.class {}
InstitutionSchema.setClass(Institution);
