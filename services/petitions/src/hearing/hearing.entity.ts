import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import { checkHeld, type HearingOutcome, type HearingState } from './rules/hearing.ts';

/** A hearing about what a petition asks; names of its officers and its record are sealed. */
const HearingSchema = defineEntity({
  name: 'Hearing',
  tableName: 'hearing',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    kind: p.text(),
    state: p.text(),
    plannedOn: p.date(),
    startsAt: p.text(),
    place: p.text(),
    officerCount: p.integer(),
    officersSealed: p.blob(),
    noticedOn: p.date(),
    heldOn: p.date().nullable(),
    outcome: p.text().nullable(),
    recordSealed: p.blob().nullable(),
    plannedById: p.uuid(),
    version: p.integer().version(),
  },
});

export interface HearingRecord {
  readonly heldOn: LocalDate;
  readonly outcome: HearingOutcome;
  readonly recordSealed: Buffer;
}

export class Hearing extends HearingSchema.class {
  /** @throws RuleBroken, Invalid see `checkHeld` */
  hold({ heldOn, outcome, recordSealed }: HearingRecord, today: LocalDate): void {
    checkHeld(this.state as HearingState, heldOn, today);
    this.state = 'HELD';
    this.heldOn = heldOn;
    this.outcome = outcome;
    this.recordSealed = recordSealed;
  }

  /** @throws RuleBroken `HEARING_NOT_PLANNED` */
  callOff(today: LocalDate): void {
    checkHeld(this.state as HearingState, today, today);
    this.state = 'CALLED_OFF';
  }
}
HearingSchema.setClass(Hearing);

export const HEARING_OFFICERS = (id: string) => `hearing.officers:${id}`;
export const HEARING_RECORD = (id: string) => `hearing.record:${id}`;
