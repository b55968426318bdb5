import { RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { Dispatch } from '../reply/rules/dispatch.ts';
import type { ReplyMeans } from '../reply/rules/reply-kinds.ts';
import {
  checkDelivery,
  type DeliveryReport,
  type DeliveryState,
  isUnreached,
  stateAfterSending,
} from './rules/delivery.ts';

/** One of those a reply goes to. Name and address are those of their own record on the day it was sent. */
const ReplyRecipientSchema = defineEntity({
  name: 'ReplyRecipient',
  tableName: 'reply_recipient',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    replyId: p.uuid(),
    /** Null: the petitioner, whose card is the petition’s. */
    correspondentId: p.uuid().nullable(),
    kind: p.text(),
    state: p.text(),
    means: p.text().nullable(),
    sentOn: p.date().nullable(),
    settledOn: p.date().nullable(),
    sendings: p.integer(),
    /** By which its sending again stopped clocks; the first sending stops them by the reply’s own id. */
    causeId: p.uuid().nullable(),
    nameSealed: p.blob().nullable(),
    addressSealed: p.blob().nullable(),
    reasonSealed: p.blob().nullable(),
  },
});

export interface WrittenOnIt {
  readonly nameSealed: Buffer | null;
  readonly addressSealed: Buffer | null;
}

export class ReplyRecipient extends ReplyRecipientSchema.class {
  /** The caller has checked the day and the means. */
  send({ means, dispatchedOn }: Dispatch, { nameSealed, addressSealed }: WrittenOnIt): void {
    this.state = stateAfterSending(means);
    this.means = means;
    this.sentOn = dispatchedOn;
    this.settledOn = this.state === 'DELIVERED' ? dispatchedOn : null;
    this.sendings += 1;
    this.nameSealed = nameSealed;
    this.addressSealed = addressSealed;
    this.reasonSealed = null;
  }

  /** @throws Invalid, RuleBroken see `checkDelivery` */
  settle(report: DeliveryReport, today: LocalDate, reasonSealed: Buffer | null): void {
    checkDelivery(
      report,
      {
        state: this.state as DeliveryState,
        means: (this.means ?? null) as ReplyMeans | null,
        sentOn: (this.sentOn ?? null) as LocalDate | null,
      },
      today,
    );
    this.state = report.state;
    this.settledOn = report.on;
    this.reasonSealed = reasonSealed;
  }

  /** @throws RuleBroken `RECIPIENT_WAS_REACHED` unless it came back */
  assertMayGoAgain(): void {
    if (!this.cameBack()) throw new RuleBroken('RECIPIENT_WAS_REACHED', { field: 'recipientId', state: this.state });
  }

  cameBack(): boolean {
    return isUnreached(this.state);
  }
}
ReplyRecipientSchema.setClass(ReplyRecipient);
