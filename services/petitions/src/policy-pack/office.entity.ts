import { defineEntity, p } from '@mikro-orm/core';

/** The office as its letters name it; a read copy of the institution the roster owns. */
const OfficeSchema = defineEntity({
  name: 'Office',
  tableName: 'office',
  properties: {
    institutionId: p.uuid().primary(),
    name: p.text(),
    numberPrefix: p.text(),
    address: p.text(),
    phone: p.text(),
    complaintsDepartmentId: p.uuid(),
  },
});
export class Office extends OfficeSchema.class {}
OfficeSchema.setClass(Office);
