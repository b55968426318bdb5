import type { LocalDate } from '@everyletter/kit/time';
import { isPublished, rollBack, rollForward } from '@everyletter/kit/workdays';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { TermsInForce, TermVersions } from '../policy-pack/terms.repository.ts';
import type { ClockEventRow } from './clock-event.entity.ts';
import { kindOfClock, type PetitionClock } from './petition-clock.entity.ts';
import { type ClockEvent, extensionsIn, followUpDays } from './rules/clock.ts';
import { type ClockFace, clockFace, type FacedClock } from './rules/clock-face.ts';
import { type Step, timeLimit } from './rules/due-date.ts';
import type { Phrase } from './rules/explanation.ts';

/** A clock as the API shows it, read from the stored index of its fold. */
export type ShownClock = FacedClock &
  ClockFace &
  TermVersions & {
    /** The petition or the matter its events are recorded for, and under which name. */
    readonly subjectId: string;
    readonly clockName: string;
    /** 谁接收、谁回复；谁办理、谁答复. Null for a matter without a department. */
    readonly ownerDepartmentId: string | null;
  };

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
  const of = { subjectId: petition.id, clockName: 'PROCEDURAL', ownerDepartmentId: petition.receivingDepartmentId };
  return shown(clock, { ...versionsOf(petition), ...of }, reading);
}

/** The three months of a matter, which its petitions share. `owner`: the department that handles it. */
export function substantiveClock(matter: Matter, reading: Reading, owner: string | null = null): ShownClock {
  const clock: FacedClock = {
    kind: 'SUBSTANTIVE',
    startedOn: matter.substantiveStartedOn as LocalDate | null,
    dueOn: matter.substantiveDueOn as LocalDate | null,
    targetOn: matter.substantiveTargetOn as LocalDate | null,
    provisional: matter.substantiveProvisional,
    stoppedOn: matter.substantiveStoppedOn as LocalDate | null,
  };
  const of = { subjectId: matter.id, clockName: 'SUBSTANTIVE', ownerDepartmentId: owner };
  return shown(clock, { ...versionsOf(matter), ...of }, reading);
}

/** The monthly answer that is due next; null until one is owed, and once the result was answered. */
export function followUpClock(matter: Matter, reading: Reading, owner: string | null = null): ShownClock | null {
  const dueOn = matter.followUpDueOn as LocalDate | null;
  const anchorOn = (matter.firstDueOn ?? matter.substantiveDueOn) as LocalDate | null;
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
  const of = { subjectId: matter.id, clockName: 'FOLLOW_UP', ownerDepartmentId: owner };
  return shown(clock, { ...versionsOf(matter), ...of }, reading);
}

/** A clock that only some petitions have: the report to the organ above, urgency, an objection, one of its category. */
export function petitionClock(stored: PetitionClock, petition: Petition, reading: Reading): ShownClock {
  const kind = kindOfClock(stored.clock);
  const clock: FacedClock = {
    kind,
    startedOn: stored.startedOn as LocalDate | null,
    dueOn: stored.dueOn as LocalDate | null,
    targetOn: stored.targetOn as LocalDate | null,
    provisional: stored.provisional,
    stoppedOn: stored.stoppedOn as LocalDate | null,
  };
  const handled = kind === 'SUPERIOR_REPORT' || kind === 'CATEGORY';
  const owner = (handled && petition.handlingDepartmentId) || petition.receivingDepartmentId;
  const of = { subjectId: petition.id, clockName: stored.clock, ownerDepartmentId: owner };
  return shown(clock, { ...versionsOf(stored), ...of }, reading);
}

/** How the clock was counted, under the terms it was counted by, and what has moved it since. */
export function stepsOf(clock: ShownClock, events: readonly ClockEventRow[], terms: TermsInForce): readonly Step[] {
  if (!clock.startedOn || !clock.dueOn) return [];
  const recorded = events.map((event) => event.asEvent());
  return [...countingOf(clock, recorded, terms), ...movesOf(events)];
}

/** What a clock is called where the policy pack names it; null for those everybody knows. */
export function nameOf({ clockName }: ShownClock, { pack }: TermsInForce): Phrase | null {
  return pack.categoryClocks.find(({ code }) => clockName === `CATEGORY:${code}`)?.name ?? null;
}

function countingOf(
  clock: ShownClock,
  events: readonly ClockEvent[],
  { pack, calendar }: TermsInForce,
): readonly Step[] {
  const { kind, clockName } = clock;
  const [startedOn, dueOn] = [clock.startedOn as LocalDate, clock.dueOn as LocalDate];
  if (kind === 'SUPERIOR_REPORT') return [{ code: 'ORDERED', on: dueOn }];
  if (kind === 'FOLLOW_UP') return [{ code: 'FOLLOWS', anchorOn: startedOn, on: dueOn }];
  const own = pack.categoryClocks.find(({ code }) => clockName === `CATEGORY:${code}`)?.period;
  const period = own ?? (kind === 'CATEGORY' ? null : pack.clocks[kind].period);
  return period ? timeLimit(startedOn, period, calendar, extensionsIn(events)).steps : [];
}

function movesOf(events: readonly ClockEventRow[]): Step[] {
  return events.flatMap((event, at): Step[] => {
    const [from, to] = [(events[at - 1]?.dueOn ?? null) as LocalDate | null, event.dueOn as LocalDate | null];
    if (event.type === 'REOPENED') return [{ code: 'REOPENED', on: event.onDate as LocalDate }];
    if (event.type !== 'RECOUNTED' || !from || !to) return [];
    const { policyVersion, calendarVersion } = event;
    return [{ code: 'RECOUNTED', recountedOn: event.onDate as LocalDate, from, to, policyVersion, calendarVersion }];
  });
}

function versionsOf({ policyVersion, calendarVersion }: TermVersions): TermVersions {
  return { policyVersion, calendarVersion };
}

type Provenance = TermVersions & Pick<ShownClock, 'subjectId' | 'clockName' | 'ownerDepartmentId'>;

function shown(clock: FacedClock, provenance: Provenance, { today, terms }: Reading): ShownClock {
  return { ...clock, ...clockFace(clock, today, terms.pack.warnDays), ...provenance };
}
