import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { Dispatch } from './rules/dispatch.ts';
import type { ReplyCheck } from './rules/reply-checks.ts';
import type { ReplyState } from './rules/reply-kinds.ts';

/** A letter to the petitioner, from draft to dispatch. Its words stand in the sealed columns only. */
const ReplySchema = defineEntity({
  name: 'Reply',
  tableName: 'reply',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    kind: p.text(),
    templateId: p.text(),
    /** 0: the one that stood before anybody saved another. */
    templateVersion: p.integer().default(0),
    state: p.text(),
    authorId: p.uuid(),
    fieldsSealed: p.blob(),
    /** The letter as approved; what is printed ever after. */
    bodySealed: p.blob().nullable(),
    sentBackReasonSealed: p.blob().nullable(),
    approvedById: p.uuid().nullable(),
    approvedOn: p.date().nullable(),
    letterNumber: p.text().nullable(),
    verificationCode: p.text().nullable(),
    dispatchedOn: p.date().nullable(),
    dispatchedById: p.uuid().nullable(),
    means: p.text().nullable(),
    createdAt: p.datetime(),
    changedAt: p.datetime(),
    changedById: p.uuid(),
    version: p.integer().version(),
  },
});

/** Who does the step, and when. */
export interface Hand {
  readonly staffId: string;
  readonly now: Date;
  readonly today: LocalDate;
}

export interface Approval {
  readonly bodySealed: Buffer;
  readonly letterNumber: string;
  readonly verificationCode: string;
}

export class Reply extends ReplySchema.class {
  /** @throws Conflict `REPLY_CHANGED`, saying who changed it and when */
  assertVersion(seen: number): void {
    if (this.version === seen) return;
    const { version, changedById, changedAt } = this;
    throw new Conflict('REPLY_CHANGED', { field: 'version', version, changedById, changedAt: changedAt.toISOString() });
  }

  /** Whoever writes last is the author, so that the approver is always somebody else. */
  write(fieldsSealed: Buffer, hand: Hand): void {
    this.assertState('DRAFT', 'REPLY_NOT_DRAFT');
    this.fieldsSealed = fieldsSealed;
    this.authorId = hand.staffId;
    this.touch(hand);
  }

  /** @throws RuleBroken `REPLY_NOT_DRAFT`, `REPLY_INCOMPLETE` with the codes of the checks that fail */
  submit(checks: readonly ReplyCheck[], missing: readonly string[], hand: Hand): void {
    this.assertState('DRAFT', 'REPLY_NOT_DRAFT');
    this.assertComplete(checks, missing);
    this.state = 'SUBMITTED';
    this.sentBackReasonSealed = null;
    this.touch(hand);
  }

  sendBack(reasonSealed: Buffer, hand: Hand): void {
    this.assertState('SUBMITTED', 'REPLY_NOT_SUBMITTED');
    this.state = 'DRAFT';
    this.sentBackReasonSealed = reasonSealed;
    this.touch(hand);
  }

  /** The caller has made the checks again: days have passed since it was submitted. */
  approve({ bodySealed, letterNumber, verificationCode }: Approval, hand: Hand): void {
    this.assertState('SUBMITTED', 'REPLY_NOT_SUBMITTED');
    this.bodySealed = bodySealed;
    this.letterNumber = letterNumber;
    this.verificationCode = verificationCode;
    this.state = 'APPROVED';
    this.approvedById = hand.staffId;
    this.approvedOn = hand.today;
    this.touch(hand);
  }

  /** The caller has checked the day and the means. */
  dispatch({ means, dispatchedOn }: Dispatch, hand: Hand): void {
    this.state = 'DISPATCHED';
    this.means = means;
    this.dispatchedOn = dispatchedOn;
    this.dispatchedById = hand.staffId;
    this.touch(hand);
  }

  /** @throws RuleBroken `code` */
  assertState(state: ReplyState, code: string): void {
    if (this.state !== state) throw new RuleBroken(code, { field: 'replyId', state: this.state });
  }

  /** @throws RuleBroken `REPLY_INCOMPLETE` with the codes of the checks that fail and the fields that are empty */
  assertComplete(checks: readonly ReplyCheck[], missing: readonly string[]): void {
    const failing = checks.filter(({ passed }) => !passed).map(({ code }) => code);
    if (failing.length > 0) throw new RuleBroken('REPLY_INCOMPLETE', { field: 'fields', checks: failing, missing });
  }

  /** Something about it changed: whoever saw it before sees an old version. */
  touch({ staffId, now }: Hand): void {
    this.changedById = staffId;
    this.changedAt = now;
  }
}
ReplySchema.setClass(Reply);
