import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import { foldClock } from '../clock/rules/clock.ts';
import type { TermsInForce } from '../policy-pack/terms.repository.ts';

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
export class Matter extends MatterSchema.class {
  /** A petition about it was accepted. */
  takeUp(): void {
    if (this.state === 'OPEN' || this.state === 'REOPENED') this.state = 'HANDLING';
  }

  /** No petition about it is accepted any more. */
  letGo(): void {
    if (this.state === 'HANDLING') this.state = 'OPEN';
  }

  /**
   * Runs the substantive clock from the day the matter was opened, or takes it away. Answers whether that changed
   * anything; an answered clock stays.
   */
  promiseAnswer(promised: boolean, terms: TermsInForce): boolean {
    if (!promised) this.followUpDueOn = null;
    if (promised === (this.substantiveStartedOn != null) || this.substantiveStoppedOn != null) return false;
    const started = promised ? [{ type: 'STARTED', on: this.openedOn as LocalDate } as const] : [];
    const clock = foldClock('SUBSTANTIVE', started, terms);
    this.substantiveStartedOn = clock.startedOn;
    this.substantiveDueOn = clock.dueOn;
    this.substantiveTargetOn = clock.targetOn;
    this.substantiveProvisional = clock.provisional;
    this.policyVersion = terms.pack.version;
    this.calendarVersion = terms.calendar.version;
    return true;
  }

  /** The result is written and approved, and not yet told. */
  resultReady(): void {
    if (this.state !== 'ANSWERED' && this.state !== 'ARCHIVED') this.state = 'RESULT_READY';
  }

  /** Stops the substantive clock on the day an answer was dispatched; the first answer counts. */
  stopClock(on: LocalDate): void {
    this.substantiveStoppedOn ??= on;
  }

  /** `nextOn`: the day the unfinished matter owes its next answer. */
  followUpOn(nextOn: LocalDate): void {
    this.followUpDueOn = nextOn;
  }

  /** Nothing more is owed. */
  close(): void {
    this.state = 'ANSWERED';
    this.followUpDueOn = null;
  }
}
MatterSchema.setClass(Matter);
