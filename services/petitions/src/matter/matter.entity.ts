import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { Clock } from '../clock/rules/clock.ts';
import type { TermVersions } from '../policy-pack/terms.repository.ts';

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
    firstDueOn: p.date().nullable(),
    followUpDueOn: p.date().nullable(),
    policyVersion: p.text(),
    calendarVersion: p.integer(),
    mergedIntoId: p.uuid().nullable(),
    archivedOn: p.date().nullable(),
    retainUntil: p.date().nullable(),
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

  /** The result is written and approved, and not yet told. */
  resultReady(): void {
    if (this.state !== 'ANSWERED' && this.state !== 'ARCHIVED') this.state = 'RESULT_READY';
  }

  /** Whether starting or taking away the promise of an answer would change anything; an answered clock stays. */
  wouldPromise(promised: boolean): boolean {
    return promised !== (this.substantiveStartedOn != null) && this.substantiveStoppedOn == null;
  }

  /**
   * Keeps the fold of the three months; called where an event of it is recorded. `firstDueOn`: its day before any
   * extension, from which the monthly answers run.
   */
  keepClock(clock: Clock, firstDueOn: LocalDate | null, { policyVersion, calendarVersion }: TermVersions): void {
    this.substantiveStartedOn = clock.startedOn;
    this.substantiveDueOn = clock.dueOn;
    this.substantiveTargetOn = clock.targetOn;
    this.substantiveProvisional = clock.provisional;
    this.substantiveStoppedOn = clock.stoppedOn;
    this.firstDueOn = firstDueOn;
    this.policyVersion = policyVersion;
    this.calendarVersion = calendarVersion;
  }

  /** Keeps the fold of the monthly answer: its day while it runs. */
  keepFollowUp({ dueOn, stoppedOn }: Clock): void {
    this.followUpDueOn = stoppedOn ? null : dueOn;
  }

  /** Taken up again after the answer; the caller promises anew. */
  reopen(): void {
    this.state = 'REOPENED';
    this.archivedOn = null;
    this.retainUntil = null;
  }

  /** `until`: null keeps it for good. */
  archive(on: LocalDate, until: LocalDate | null): void {
    this.state = 'ARCHIVED';
    this.archivedOn = on;
    this.retainUntil = until;
  }

  /** The other goes on for both. */
  mergeInto(other: Matter): void {
    this.state = 'MERGED';
    this.mergedIntoId = other.id;
  }

  /** What was told did not reach anybody: it is in hand again. */
  openAgain(): void {
    this.state = this.substantiveStartedOn ? 'HANDLING' : 'OPEN';
  }

  /** Nothing more is owed. */
  close(): void {
    this.state = 'ANSWERED';
  }
}
MatterSchema.setClass(Matter);
