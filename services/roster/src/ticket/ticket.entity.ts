import { type InstitutionKeys, type SealingKey, seal, unseal } from '@everyletter/kit/sealing';
import { defineEntity, p } from '@mikro-orm/core';
import { checkStep, type TicketState } from './rules/ticket-state.ts';

/** A number with a leader (专家号); who comes is sealed. */
const TicketSchema = defineEntity({
  name: 'ReceptionTicket',
  tableName: 'reception_ticket',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    receptionDayId: p.uuid(),
    number: p.integer(),
    kind: p.text(),
    state: p.text(),
    span: p.string().columnType('tstzrange'),
    petitionId: p.uuid().nullable(),
    petitionNumber: p.text().nullable(),
    people: p.integer(),
    wrappedKey: p.blob(),
    nameSealed: p.blob(),
    phoneSealed: p.blob().nullable(),
    visitorIndex: p.blob(),
    toldSubstitutionId: p.uuid().nullable(),
    bookedById: p.uuid(),
    bookedAt: p.datetime().columnType('timestamptz'),
    changedAt: p.datetime().columnType('timestamptz'),
    version: p.integer().version(),
  },
});
export class Ticket extends TicketSchema.class {
  /** @throws RuleBroken `TICKET_STEP_INVALID` */
  step(to: TicketState, at: Date): void {
    checkStep(this.state as TicketState, to);
    this.state = to;
    this.changedAt = at;
  }

  nameIn(keys: InstitutionKeys): string {
    return unseal(this.nameSealed, this.key(keys), `reception_ticket.name:${this.id}`);
  }

  phoneIn(keys: InstitutionKeys): string | null {
    if (!this.phoneSealed) return null;
    return unseal(this.phoneSealed, this.key(keys), `reception_ticket.phone:${this.id}`);
  }

  /** What is said about the visit lies under the key of the visit. `place` is `table.column:id`. */
  sealText(text: string, place: string, keys: InstitutionKeys): Buffer {
    return seal(text, this.key(keys), place);
  }

  openText(sealed: Uint8Array, place: string, keys: InstitutionKeys): string {
    return unseal(sealed, this.key(keys), place);
  }

  private key(keys: InstitutionKeys): SealingKey {
    return keys.unwrap(this.wrappedKey, this.institutionId, this.id);
  }
}
TicketSchema.setClass(Ticket);

/** What was said, written down after the conversation. */
const ReceptionRecordSchema = defineEntity({
  name: 'ReceptionRecord',
  tableName: 'reception_record',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    ticketId: p.uuid(),
    contentSealed: p.blob(),
    recordedById: p.uuid(),
    recordedAt: p.datetime().columnType('timestamptz'),
  },
});
export class ReceptionRecord extends ReceptionRecordSchema.class {}
ReceptionRecordSchema.setClass(ReceptionRecord);

/** What a leader gave a department to do; it reports back to the leader. */
const ReceptionTaskSchema = defineEntity({
  name: 'ReceptionTask',
  tableName: 'reception_task',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    ticketId: p.uuid(),
    leaderId: p.uuid(),
    departmentId: p.uuid(),
    contentSealed: p.blob(),
    dueOn: p.date(),
    reportSealed: p.blob().nullable(),
    reportedById: p.uuid().nullable(),
    reportedOn: p.date().nullable(),
    createdById: p.uuid(),
    createdAt: p.datetime().columnType('timestamptz'),
    version: p.integer().version(),
  },
});
export class ReceptionTask extends ReceptionTaskSchema.class {}
ReceptionTaskSchema.setClass(ReceptionTask);
