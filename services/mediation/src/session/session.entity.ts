import { defineEntity, p } from '@mikro-orm/core';

export interface PartyAttendance {
  readonly partyId: string;
  readonly attendance: string;
}

export interface PartyNotice {
  readonly partyId: string;
  readonly means: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A meeting of the parties before the mediator; where, and what was recorded jointly, only sealed. */
const SessionSchema = defineEntity({
  name: 'MediationSession',
  tableName: 'mediation_session',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    mediatorId: p.uuid(),
    kind: p.text(),
    startsAt: p.datetime(),
    minutes: p.integer(),
    state: p.text(),
    placeSealed: p.blob().nullable(),
    recordSealed: p.blob().nullable(),
    attendance: p.json<readonly PartyAttendance[]>(),
    notices: p.json<readonly PartyNotice[]>(),
    /** Grows with every change, for calendar apps. */
    revision: p.integer(),
    changedAt: p.datetime(),
    version: p.integer().version(),
  },
});
export class MediationSession extends SessionSchema.class {}
SessionSchema.setClass(MediationSession);
