import { defineEntity, p } from '@mikro-orm/core';

/** The data key of one case, wrapped by the partner's own key. */
const CaseKeySchema = defineEntity({
  name: 'CaseKey',
  tableName: 'case_key',
  properties: {
    referralId: p.uuid().primary(),
    institutionId: p.uuid(),
    organisationId: p.uuid(),
    wrappedKey: p.blob(),
  },
});
export class CaseKey extends CaseKeySchema.class {}
CaseKeySchema.setClass(CaseKey);
