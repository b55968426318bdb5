import { RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';

/** A half-day in which a leader receives visitors in the hall (领导接访). */
const ReceptionDaySchema = defineEntity({
  name: 'ReceptionDay',
  tableName: 'reception_day',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    date: p.date(),
    halfDay: p.text(),
    leaderId: p.uuid(),
    place: p.text(),
    revision: p.integer(),
    calledOffOn: p.date().nullable(),
    changedAt: p.datetime().columnType('timestamptz'),
  },
});
export class ReceptionDay extends ReceptionDaySchema.class {
  moveTo(leaderId: string, at: Date): void {
    this.leaderId = leaderId;
    this.touch(at);
  }

  /** @throws RuleBroken `RECEPTION_DAY_CALLED_OFF` */
  callOff(on: string, at: Date): void {
    if (this.calledOffOn) throw new RuleBroken('RECEPTION_DAY_CALLED_OFF', { field: 'id' });
    this.calledOffOn = on;
    this.touch(at);
  }

  /** Calendar apps take over only what has a later revision. */
  private touch(at: Date): void {
    this.revision += 1;
    this.changedAt = at;
  }
}
ReceptionDaySchema.setClass(ReceptionDay);
