import { RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';

/** What a petitioner wrote after the petition, by number and query code. Sealed like the petition itself. */
const MessageSchema = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    at: p.datetime(),
    onDate: p.date(),
    bodySealed: p.blob(),
    readAt: p.datetime().nullable(),
    readById: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
export class Message extends MessageSchema.class {
  /** @throws RuleBroken `MESSAGE_ALREADY_READ` */
  read(staffId: string, now: Date): void {
    if (this.readAt) throw new RuleBroken('MESSAGE_ALREADY_READ', { field: 'messageId' });
    this.readAt = now;
    this.readById = staffId;
  }
}
MessageSchema.setClass(Message);

export const MESSAGE_BODY = (id: string) => `message.body:${id}`;
