import { defineEntity, p } from '@mikro-orm/core';

/** A place of the hall where lawyers serve the public. */
const StationSchema = defineEntity({
  name: 'Station',
  tableName: 'station',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    kind: p.text(),
    place: p.text(),
  },
});
export class Station extends StationSchema.class {}
StationSchema.setClass(Station);
