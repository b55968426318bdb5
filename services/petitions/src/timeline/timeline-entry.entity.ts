import { defineEntity, p } from '@mikro-orm/core';
import type { Facts } from './rules/fact-words.ts';

/** One thing that happened to a petition. `facts` hold codes, ids, dates and counts; words of people are sealed. */
const TimelineEntrySchema = defineEntity({
  name: 'TimelineEntry',
  tableName: 'timeline_entry',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    kind: p.text(),
    at: p.datetime(),
    onDate: p.date(),
    actorId: p.uuid().nullable(),
    facts: p.json<Facts>(),
    detailSealed: p.blob().nullable(),
  },
});
export class TimelineEntry extends TimelineEntrySchema.class {}
TimelineEntrySchema.setClass(TimelineEntry);
