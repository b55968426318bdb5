import { defineEntity, p } from '@mikro-orm/core';

/** One thing to be done under an agreement, and by when. Source: 人民调解法 29, 31. */
const PerformanceItemSchema = defineEntity({
  name: 'PerformanceItem',
  tableName: 'performance_item',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    agreementId: p.uuid(),
    number: p.integer(),
    whatSealed: p.blob(),
    dueOn: p.date(),
    performedOn: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class PerformanceItem extends PerformanceItemSchema.class {}
PerformanceItemSchema.setClass(PerformanceItem);

export const itemPlace = (id: string) => `performance_item.what:${id}`;
