import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { TermsInForce, TermVersions } from '../policy-pack/terms.repository.ts';
import { recordEntry } from '../timeline/record-entry.ts';
import { ClockEventRow } from './clock-event.entity.ts';
import { kindOfClock, PetitionClock, type PetitionClockName } from './petition-clock.entity.ts';
import { type Clock, type ClockEvent, foldClock } from './rules/clock.ts';
import { foldFollowUp } from './rules/follow-up.ts';

/** A clock, and where the index of its fold is kept. `petition`: whose timeline is told, locked for the change. */
export type ClockSubject =
  | { readonly clock: 'PROCEDURAL' | PetitionClockName; readonly petition: Petition }
  | { readonly clock: 'SUBSTANTIVE' | 'FOLLOW_UP'; readonly petition: Petition; readonly matter: Matter };

/** What an event did to the day. */
export interface ClockMove {
  readonly from: LocalDate | null;
  readonly clock: Clock;
}

/**
 * The only way a clock changes: the event is added to those recorded, the fold over all of them is kept as the index,
 * and the timeline and the audit are told. A clock stays under the versions it was started by; a `RECOUNTED` or a new
 * start is counted under `terms`, those in force unless said otherwise. Callers hold the lock on its subject and flush.
 */
export async function recordClockEvent(
  subject: ClockSubject,
  event: ClockEvent,
  context: Context,
  terms?: TermsInForce,
): Promise<ClockMove> {
  const { clocks, viewer, now, em } = context;
  const subjectId = subjectIdOf(subject);
  const rows = await clocks.eventsOf(subjectId, subject.clock);
  const counted = terms ?? (await termsFor(rows, event, context));
  const events = [...rows.map((row) => row.asEvent()), event];
  const clock = foldOf(subject, events, counted);
  const versions = { policyVersion: counted.pack.version, calendarVersion: counted.calendar.version };
  const row = em.create(ClockEventRow, {
    institutionId: subject.petition.institutionId,
    subjectId,
    clock: subject.clock,
    sequence: rows.length + 1,
    type: event.type,
    onDate: event.on,
    months: 'months' in event ? event.months : null,
    givenDueOn: ('givenDueOn' in event ? event.givenDueOn : null) ?? null,
    causeId: ('causeId' in event ? event.causeId : null) ?? null,
    dueOn: clock.dueOn,
    ...versions,
    recordedAt: now,
    recordedById: viewer.staffId,
  });
  await clocks.add(row);
  await keep(subject, { clock, events, terms: counted }, context);
  const from = (rows.at(-1)?.dueOn ?? null) as LocalDate | null;
  await tell(subject, event, { from, clock }, context);
  return { from, clock };
}

function subjectIdOf(subject: ClockSubject): string {
  return 'matter' in subject ? subject.matter.id : subject.petition.id;
}

/** Those of the last start or recount; a first start is counted under the terms in force. */
async function termsFor(rows: readonly ClockEventRow[], event: ClockEvent, { terms }: Context): Promise<TermsInForce> {
  const last = rows.at(-1);
  const isNew = event.type === 'STARTED' || event.type === 'RECOUNTED';
  return last && !isNew ? terms.of(last) : terms.current();
}

/** The clock of these events, under these terms. */
export function foldOf(subject: ClockSubject, events: readonly ClockEvent[], terms: TermsInForce): Clock {
  const { clock } = subject;
  if (clock === 'PROCEDURAL' || clock === 'SUBSTANTIVE') return foldClock(clock, events, terms);
  if (clock === 'FOLLOW_UP') {
    const { firstDueOn, substantiveDueOn } = subject.matter;
    return foldFollowUp((firstDueOn ?? substantiveDueOn ?? null) as LocalDate | null, events, terms);
  }
  return foldClock(kindOfClock(clock), events, { ...terms, ...categoryPeriod(clock, terms) });
}

function categoryPeriod(clock: PetitionClockName, { pack }: TermsInForce) {
  const own = pack.categoryClocks.find(({ code }) => clock === `CATEGORY:${code}`);
  return own ? { period: own.period } : {};
}

interface Folded {
  readonly clock: Clock;
  readonly events: readonly ClockEvent[];
  readonly terms: TermsInForce;
}

async function keep(subject: ClockSubject, { clock, events, terms }: Folded, context: Context): Promise<void> {
  const versions = { policyVersion: terms.pack.version, calendarVersion: terms.calendar.version };
  if (subject.clock === 'PROCEDURAL') return subject.petition.keepClock(clock, versions);
  if (subject.clock === 'SUBSTANTIVE') {
    const unextended = events.filter(({ type }) => type !== 'EXTENDED');
    const { dueOn: firstDueOn } = foldClock('SUBSTANTIVE', unextended, terms);
    return (subject as Extract<ClockSubject, { matter: Matter }>).matter.keepClock(clock, firstDueOn, versions);
  }
  if ('matter' in subject) return subject.matter.keepFollowUp(clock);
  await keepPetitionClock(subject as PetitionClockSubject, { clock, versions }, context);
}

type PetitionClockSubject = { readonly clock: PetitionClockName; readonly petition: Petition };

async function keepPetitionClock(
  { clock: name, petition }: PetitionClockSubject,
  { clock, versions }: { readonly clock: Clock; readonly versions: TermVersions },
  { clocks, em }: Context,
): Promise<void> {
  const { startedOn, dueOn, targetOn, provisional, stoppedOn } = clock;
  const columns = { startedOn, dueOn, targetOn, provisional, stoppedOn, ...versions };
  const known = (await clocks.ofPetition(petition.id)).find((one) => one.clock === name);
  if (known) {
    em.assign(known, columns);
    return;
  }
  const { institutionId, id: petitionId } = petition;
  await clocks.addPetitionClock(em.create(PetitionClock, { institutionId, petitionId, clock: name, ...columns }));
}

const ENTRY = {
  STARTED: 'CLOCK_STARTED',
  WITHDRAWN: 'CLOCK_MOVED',
  EXTENDED: 'CLOCK_MOVED',
  STOPPED: 'CLOCK_STOPPED',
  REOPENED: 'CLOCK_REOPENED',
  RECOUNTED: 'CLOCK_MOVED',
} as const;

/** A recount that moves nothing is in the events; people are told of those that do. */
async function tell(subject: ClockSubject, event: ClockEvent, { from, clock }: ClockMove, context: Context) {
  if (event.type === 'RECOUNTED' && from === clock.dueOn) return;
  const { petition, clock: name } = subject;
  const causeId = 'causeId' in event ? (event.causeId ?? null) : null;
  const isMonthly = name === 'FOLLOW_UP' && event.type === 'STARTED' && from !== null;
  const kind = isMonthly ? 'CLOCK_MOVED' : ENTRY[event.type];
  const facts = { clock: kindName(name), change: event.type, from, dueOn: clock.dueOn, causeId };
  recordEntry(petition, { kind, on: event.on, facts }, context);
  await auditChange(context, {
    action: kind,
    subjectType: 'Petition',
    subjectId: petition.id,
    facts: { ...facts, on: event.on },
  });
}

function kindName(name: ClockSubject['clock']): string {
  return name.startsWith('CATEGORY:') ? 'CATEGORY' : name;
}
