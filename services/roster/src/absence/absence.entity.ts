import { defineEntity, p } from '@mikro-orm/core';

/** Days on which a member of staff is away; both ends count. */
const AbsenceSchema = defineEntity({
  name: 'Absence',
  tableName: 'absence',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    staffId: p.uuid(),
    kind: p.text(),
    from: p.date().fieldName('from_on'),
    to: p.date().fieldName('to_on'),
    recordedById: p.uuid(),
    recordedAt: p.datetime(),
  },
});
export class Absence extends AbsenceSchema.class {}
AbsenceSchema.setClass(Absence);
