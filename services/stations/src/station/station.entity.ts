import { defineEntity, p } from '@mikro-orm/core';

/** A place of the hall where lawyers serve the public. Hours are `HH:MM` in Asia/Shanghai. */
const StationSchema = defineEntity({
  name: 'Station',
  tableName: 'station',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    kind: p.text(),
    place: p.text(),
    hallId: p.uuid().nullable(),
    serviceKind: p.text().default('PETITION_CONSULTATION'),
    morningFrom: p.text().nullable().default('09:00'),
    morningTo: p.text().nullable().default('11:30'),
    afternoonFrom: p.text().nullable().default('14:00'),
    afternoonTo: p.text().nullable().default('17:00'),
    version: p.integer().version(),
  },
});
export class Station extends StationSchema.class {}
StationSchema.setClass(Station);
