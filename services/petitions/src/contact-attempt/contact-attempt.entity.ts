import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { Attempt, ContactChannel, ContactOutcome } from './rules/contact.ts';

/** One try to reach the petitioner; the record of what was said is sealed. */
const ContactAttemptSchema = defineEntity({
  name: 'ContactAttempt',
  tableName: 'contact_attempt',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    channel: p.text(),
    outcome: p.text(),
    attemptedOn: p.date(),
    officerIds: p.array().columnType('uuid[]'),
    minutes: p.integer().nullable(),
    recordSealed: p.blob().nullable(),
    recordedById: p.uuid(),
  },
});
export class ContactAttempt extends ContactAttemptSchema.class {
  asAttempt(): Attempt {
    return {
      channel: this.channel as ContactChannel,
      outcome: this.outcome as ContactOutcome,
      attemptedOn: this.attemptedOn as LocalDate,
    };
  }
}
ContactAttemptSchema.setClass(ContactAttempt);
