import type { LocalDate } from '@everyletter/kit/time';
import { isPublished, rollBack, rollForward } from '@everyletter/kit/workdays';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { TermsInForce, TermVersions } from '../policy-pack/terms.repository.ts';
import { followUpDays } from './rules/clock.ts';
import { type ClockFace, clockFace, type FacedClock } from './rules/clock-face.ts';
import { type Step, timeLimit } from './rules/due-date.ts';

/** A clock as the API shows it, read from the stored index of its fold. */
export type ShownClock = FacedClock & ClockFace & TermVersions;

/** What a stored clock is read on, and by. */
export interface Reading {
  readonly today: LocalDate;
  readonly terms: TermsInForce;
}

/** The seven days of one communication. */
export function proceduralClock(petition: Petition, reading: Reading): ShownClock {
  const clock: FacedClock = {
    kind: 'PROCEDURAL',
    startedOn: petition.proceduralStartedOn as LocalDate | null,
    dueOn: petition.proceduralDueOn as LocalDate | null,
    targetOn: petition.proceduralTargetOn as LocalDate | null,
    provisional: petition.proceduralProvisional,
    stoppedOn: petition.proceduralStoppedOn as LocalDate | null,
  };
  return shown(clock, petition, reading);
}

/** The three months of a matter, which its petitions share. */
export function substantiveClock(matter: Matter, reading: Reading): ShownClock {
  const clock: FacedClock = {
    kind: 'SUBSTANTIVE',
    startedOn: matter.substantiveStartedOn as LocalDate | null,
    dueOn: matter.substantiveDueOn as LocalDate | null,
    targetOn: matter.substantiveTargetOn as LocalDate | null,
    provisional: matter.substantiveProvisional,
    stoppedOn: matter.substantiveStoppedOn as LocalDate | null,
  };
  return shown(clock, matter, reading);
}

/** The monthly answer that is due next; null until one is owed, and once the result was answered. */
export function followUpClock(matter: Matter, reading: Reading): ShownClock | null {
  const dueOn = matter.followUpDueOn as LocalDate | null;
  const anchorOn = matter.substantiveDueOn as LocalDate | null;
  if (!dueOn || !anchorOn) return null;
  const { calendar, pack } = reading.terms;
  const series = [anchorOn, ...followUpDays(anchorOn, pack.clocks.FOLLOW_UP.period, dueOn)];
  const earlier = series.filter((day) => rollForward(day, calendar) < dueOn);
  const lastAnswerOn = (matter.substantiveStoppedOn ?? matter.substantiveStartedOn) as LocalDate | null;
  const clock: FacedClock = {
    kind: 'FOLLOW_UP',
    startedOn: earlier.at(-1) ?? lastAnswerOn,
    dueOn,
    targetOn: rollBack(dueOn, calendar),
    provisional: !isPublished(dueOn, calendar),
    stoppedOn: null,
  };
  return shown(clock, matter, reading);
}

/** Until the day the organ above has set; null when it set none. Nothing but the report itself stops it. */
export function superiorClock(petition: Petition, reading: Reading): ShownClock | null {
  const dueOn = petition.reportBackDueOn as LocalDate | null;
  if (!petition.superiorFrom || !dueOn) return null;
  const clock: FacedClock = {
    kind: 'SUPERIOR_REPORT',
    startedOn: petition.receivedOn as LocalDate,
    dueOn,
    targetOn: rollBack(dueOn, reading.terms.calendar),
    provisional: false,
    stoppedOn: null,
  };
  return shown(clock, petition, reading);
}

/** How the clock was counted, under the terms it was counted by. */
export function stepsOf({ kind, startedOn, dueOn }: ShownClock, { pack, calendar }: TermsInForce): readonly Step[] {
  if (!startedOn || !dueOn) return [];
  if (kind === 'SUPERIOR_REPORT') return [{ code: 'ORDERED', on: dueOn }];
  if (kind === 'FOLLOW_UP') return [{ code: 'FOLLOWS', anchorOn: startedOn, on: dueOn }];
  return timeLimit(startedOn, pack.clocks[kind].period, calendar).steps;
}

function shown(clock: FacedClock, versions: TermVersions, { today, terms }: Reading): ShownClock {
  const { policyVersion, calendarVersion } = versions;
  return { ...clock, ...clockFace(clock, today, terms.pack.warnDays), policyVersion, calendarVersion };
}
