import { defineEntity, p } from '@mikro-orm/core';
import type { FoldedKind } from './rules/clock.ts';

/** Clocks that only some petitions have; `CATEGORY:` is followed by the code of the policy pack. */
export type PetitionClockName =
  | Exclude<FoldedKind, 'PROCEDURAL' | 'SUBSTANTIVE' | 'FOLLOW_UP' | 'CATEGORY'>
  | `CATEGORY:${string}`;

/** The index of such a clock's fold. */
const PetitionClockSchema = defineEntity({
  name: 'PetitionClock',
  tableName: 'petition_clock',
  properties: {
    institutionId: p.uuid().primary(),
    petitionId: p.uuid().primary(),
    clock: p.text().$type<PetitionClockName>().primary(),
    startedOn: p.date().nullable(),
    dueOn: p.date().nullable(),
    targetOn: p.date().nullable(),
    provisional: p.boolean(),
    stoppedOn: p.date().nullable(),
    policyVersion: p.text(),
    calendarVersion: p.integer(),
  },
});
export class PetitionClock extends PetitionClockSchema.class {}
PetitionClockSchema.setClass(PetitionClock);

export function kindOfClock(name: PetitionClockName): FoldedKind {
  return name.startsWith('CATEGORY:') ? 'CATEGORY' : (name as FoldedKind);
}
