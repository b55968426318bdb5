import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { ClockEvent } from './rules/clock.ts';

/** One thing that happened to a clock; only ever added. `subjectId`: the petition, or the matter whose clock it is. */
const ClockEventSchema = defineEntity({
  name: 'ClockEventRow',
  tableName: 'clock_event',
  properties: {
    institutionId: p.uuid().primary(),
    subjectId: p.uuid().primary(),
    clock: p.text().primary(),
    sequence: p.integer().primary(),
    type: p.text(),
    onDate: p.date(),
    months: p.integer().nullable(),
    givenDueOn: p.date().nullable(),
    causeId: p.uuid().nullable(),
    /** The due day from here on; what people were told. */
    dueOn: p.date().nullable(),
    policyVersion: p.text(),
    calendarVersion: p.integer(),
    recordedAt: p.datetime(),
    recordedById: p.uuid().nullable(),
  },
});
export class ClockEventRow extends ClockEventSchema.class {
  asEvent(): ClockEvent {
    const { type, onDate, months, givenDueOn, causeId } = this;
    return { type, on: onDate as LocalDate, months, givenDueOn, causeId } as ClockEvent;
  }
}
ClockEventSchema.setClass(ClockEventRow);
