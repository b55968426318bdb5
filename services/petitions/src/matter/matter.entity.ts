import { defineEntity, p } from '@mikro-orm/core';

/** What petitions are about; carries the substantive clock and the monthly follow-up for all of them. */
const MatterSchema = defineEntity({
  name: 'Matter',
  tableName: 'matter',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    subject: p.text(),
    state: p.text(),
    openedOn: p.date(),
    substantiveStartedOn: p.date().nullable(),
    substantiveDueOn: p.date().nullable(),
    substantiveTargetOn: p.date().nullable(),
    substantiveProvisional: p.boolean(),
    substantiveStoppedOn: p.date().nullable(),
    followUpDueOn: p.date().nullable(),
    policyVersion: p.text(),
    calendarVersion: p.integer(),
    version: p.integer().version(),
  },
});
export class Matter extends MatterSchema.class {}
MatterSchema.setClass(Matter);
