import { defineEntity, p } from '@mikro-orm/core';

/** How a leader takes part in the rota; its id is that of the member of staff. */
const LeaderProfileSchema = defineEntity({
  name: 'LeaderProfile',
  tableName: 'leader_profile',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    grade: p.text(),
    lineDepartmentIds: p.array().columnType('uuid[]'),
    share: p.decimal('number').columnType('numeric'),
    dislikedWeekdays: p.array((item) => Number(item)).columnType('int[]'),
    takesPart: p.boolean(),
    version: p.integer().version(),
  },
});
export class LeaderProfile extends LeaderProfileSchema.class {}
LeaderProfileSchema.setClass(LeaderProfile);
