import { defineEntity, p } from '@mikro-orm/core';

const LawFirmSchema = defineEntity({
  name: 'LawFirm',
  tableName: 'law_firm',
  properties: { id: p.uuid().primary(), institutionId: p.uuid(), name: p.text() },
});
export class LawFirm extends LawFirmSchema.class {}
LawFirmSchema.setClass(LawFirm);

/** A lawyer who serves at the stations, as the public may know them. */
const LawyerSchema = defineEntity({
  name: 'Lawyer',
  tableName: 'lawyer',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    firmId: p.uuid(),
    name: p.text(),
    yearsOfPractice: p.integer(),
    specialties: p.array(),
  },
});
export class Lawyer extends LawyerSchema.class {}
LawyerSchema.setClass(Lawyer);
