import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { Clock } from '../clock/rules/clock.ts';
import type { TermVersions } from '../policy-pack/terms.repository.ts';
import type { OrderTerms } from '../superior-report/rules/superior-order.ts';
import { type Assignment, checkAssignment } from './rules/assignment.ts';
import type { Category, Channel } from './rules/kinds.ts';
import type { Disposition, MatterState, PetitionState } from './rules/states.ts';
import { checkTriage, type TriageDecision } from './rules/triage.ts';

/** One communication with its own seven-day clock. Personal data stands in the sealed columns only. */
const PetitionSchema = defineEntity({
  name: 'Petition',
  tableName: 'petition',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    matterId: p.uuid(),
    number: p.text(),
    channel: p.text(),
    category: p.text(),
    subject: p.text(),
    receivedOn: p.date(),
    registeredAt: p.datetime(),
    identityKind: p.text(),
    state: p.text(),
    disposition: p.text().nullable(),
    track: p.text(),
    trackReasonCode: p.text(),
    receivingDepartmentId: p.uuid(),
    handlingDepartmentId: p.uuid().nullable(),
    handlerId: p.uuid().nullable(),
    repeatOfId: p.uuid().nullable(),
    transferredTo: p.text().nullable(),
    unreachableOn: p.date().nullable(),
    withdrawnOn: p.date().nullable(),
    assistanceToldOn: p.date().nullable(),
    mergedOn: p.date().nullable(),
    /** The day a reply came back that had reached nobody; null once it is on its way again. */
    returnedOn: p.date().nullable(),
    proceduralStartedOn: p.date().nullable(),
    proceduralDueOn: p.date().nullable(),
    proceduralTargetOn: p.date().nullable(),
    proceduralProvisional: p.boolean(),
    proceduralStoppedOn: p.date().nullable(),
    superiorFrom: p.text().nullable(),
    reportBackDueOn: p.date().nullable(),
    superiorNumber: p.text().nullable(),
    /** The day of the conclusion report. */
    reportedOn: p.date().nullable(),
    representativeCount: p.integer(),
    peopleCount: p.integer().default(1),
    queryCodeIndex: p.blob().nullable().lazy(),
    triageTargetOn: p.date().nullable(),
    transferredFrom: p.text().nullable(),
    escalatedOn: p.date().nullable(),
    triageRule: p.text().nullable(),
    suggestedDepartmentId: p.uuid().nullable(),
    leaderOwnerId: p.uuid().nullable(),
    disposedOn: p.date().nullable(),
    restricted: p.boolean().default(false),
    importKey: p.blob().nullable(),
    policyVersion: p.text(),
    calendarVersion: p.integer(),
    version: p.integer().version(),
    wrappedKey: p.blob(),
    nameSealed: p.blob().nullable(),
    idNumberSealed: p.blob().nullable(),
    phoneSealed: p.blob().nullable(),
    addressSealed: p.blob().nullable(),
    bodySealed: p.blob().nullable().lazy(),
    representativesSealed: p.blob().nullable().lazy(),
    idNumberIndex: p.blob().nullable(),
    phoneIndex: p.blob().nullable(),
    namePairs: p.array().columnType('int[]').lazy(),
  },
});
export class Petition extends PetitionSchema.class {
  /** @throws RuleBroken see `checkTriage` */
  triage(decision: TriageDecision, matterState: MatterState): void {
    checkTriage(
      {
        state: this.state as PetitionState,
        channel: this.channel as Channel,
        fromSuperior: this.superiorFrom != null,
        matterState,
        category: this.category as Category,
        escalated: this.escalatedOn != null,
      },
      decision,
    );
    if (decision.track !== this.track) this.trackReasonCode = 'CHOSEN_AT_TRIAGE';
    this.track = decision.track;
    this.state = 'DISPOSED';
    this.disposition = decision.disposition;
    this.transferredTo = decision.transferredTo;
    this.handlingDepartmentId = decision.handlingDepartmentId;
    this.handlerId = decision.handlerId;
    this.leaderOwnerId = decision.leaderOwnerId;
  }

  /** @throws RuleBroken see `checkAssignment` */
  assign(assignment: Assignment, matterState: MatterState): void {
    checkAssignment(
      {
        disposition: this.disposition as Disposition | null,
        matterState,
        handlingDepartmentId: this.handlingDepartmentId ?? null,
        handlerId: this.handlerId ?? null,
      },
      assignment,
    );
    this.handlingDepartmentId = assignment.handlingDepartmentId;
    this.handlerId = assignment.handlerId;
  }

  /** The caller has checked it. */
  order({ from, number, reportBackDueOn }: OrderTerms): void {
    this.superiorFrom = from;
    this.superiorNumber = number;
    this.reportBackDueOn = reportBackDueOn;
  }

  /** It lies on the triage desk again. */
  comeBack(): void {
    this.state = 'REGISTERED';
    this.disposition = null;
    this.transferredTo = null;
  }

  /** Nothing is handled any more; where it was handled still sees it. */
  withdraw(on: LocalDate): void {
    this.withdrawnOn = on;
    this.state = 'DISPOSED';
    this.disposition = 'FILED';
    this.transferredTo = null;
  }

  moveTo(matterId: string, on: LocalDate): void {
    this.matterId = matterId;
    this.mergedOn = on;
  }

  /** Keeps the fold of the seven days; called where an event of it is recorded. */
  keepClock(clock: Clock, { policyVersion, calendarVersion }: TermVersions): void {
    this.proceduralStartedOn = clock.startedOn;
    this.proceduralDueOn = clock.dueOn;
    this.proceduralTargetOn = clock.targetOn;
    this.proceduralProvisional = clock.provisional;
    this.proceduralStoppedOn = clock.stoppedOn;
    this.policyVersion = policyVersion;
    this.calendarVersion = calendarVersion;
  }
}
PetitionSchema.setClass(Petition);
