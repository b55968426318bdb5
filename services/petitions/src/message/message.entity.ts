import { RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';

/** Written after the petition, by number and query code or by the desk to who holds them. Sealed like the petition. */
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
    authorId: p.uuid().nullable(),
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
