import { newId } from '@everyletter/kit/id';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { dayOf, type LocalDate, parts } from '@everyletter/kit/time';
import { addWorkdays, type WorkCalendar } from '@everyletter/kit/workdays';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Clock, foldClock } from '../clock/rules/clock.ts';
import { ownClocks, startClocks } from '../clock/start-clocks.ts';
import { Matter } from '../matter/matter.entity.ts';
import { type PetitionerCard, sealCard } from '../petitioner/sealed-card.ts';
import type { TermsInForce } from '../policy-pack/terms.repository.ts';
import { queryCodeIndex, queryCodeOf } from '../registration/query-code.ts';
import { marksOf } from '../search-mark/marks-of.ts';
import { SearchMark } from '../search-mark/search-mark.entity.ts';
import { TimelineEntry } from '../timeline/timeline-entry.entity.ts';
import { routeArrival } from '../triage-rule/rules/route-arrival.ts';
import { DEFAULT_RULES, type TriageRuleSet } from '../triage-rule/rules/triage-rule.ts';
import { Petition } from './petition.entity.ts';
import { isRestricted } from './rules/acceptance.ts';
import type { Category, Channel, IdentityKind } from './rules/kinds.ts';
import { petitionNumber } from './rules/number.ts';

/** What a clerk, a ledger or another system hands in. */
export interface NewPetition {
  readonly channel: Channel;
  readonly category: Category;
  readonly identityKind: IdentityKind;
  /** What it is about, without personal data. */
  readonly subject: string;
  readonly receivedOn: LocalDate;
  readonly card: PetitionerCard;
  readonly idNumberSound: boolean;
  readonly superiorFrom: string | null;
  readonly reportBackDueOn: LocalDate | null;
  /** Makes handing in twice the same as once; unique in the institution. */
  readonly importKey: Buffer | null;
  /** How many people stand behind it; 1 when left out. */
  readonly peopleCount?: number;
  /** The organ that passed it on without an order. */
  readonly transferredFrom?: string | null;
  /** The earlier petition whose matter it joins, as a person decided. */
  readonly repeatOf?: { readonly id: string; readonly matterId: string } | null;
  /** Kept with its RECEIVED entry: ids, counts and codes, never personal data. */
  readonly facts?: TimelineEntry['facts'];
}

/** Where and under what they are registered. */
export interface Registration {
  readonly em: EntityManager;
  readonly keys: InstitutionKeys;
  readonly terms: TermsInForce;
  /** The table in force; the one that stands before any was saved when left out. */
  readonly rules?: TriageRuleSet;
  readonly office: {
    readonly institutionId: string;
    readonly numberPrefix: string;
    readonly complaintsDepartmentId: string;
  };
  readonly actorId: string | null;
  readonly now: Date;
}

/**
 * Registers petitions in the caller's transaction, each with its number and its clock running from the day of receipt;
 * with a matter of its own, unless it repeats one. Returns their ids in the order given. Eight statements
 * at most and one a year, however many there are.
 */
export async function registerPetitions(
  arrivals: readonly NewPetition[],
  registration: Registration,
): Promise<string[]> {
  if (arrivals.length === 0) return [];
  const sequences = await takeNumbers(arrivals, registration);
  const records = arrivals.map((arrival, at) => recordOf(arrival, sequences[at] as number, registration));
  const { em } = registration;
  const matters = records.flatMap(({ matter }) => matter ?? []);
  if (matters.length > 0) await em.insertMany(Matter, matters as never);
  await em.insertMany(Petition, records.map(({ petition }) => petition) as never);
  await em.insertMany(
    SearchMark,
    records.map(({ marks }) => marks),
  );
  await em.insertMany(TimelineEntry, records.flatMap(({ timeline }) => timeline) as never);
  await startClocks(
    records.flatMap(({ clocks }) => clocks),
    registration,
  );
  return records.map(({ petition }) => petition.id);
}

/** The next numbers of each year, taken under the row's lock: no gap on success, no number twice. */
async function takeNumbers(arrivals: readonly NewPetition[], { em, office }: Registration): Promise<number[]> {
  const counts = new Map<number, number>();
  for (const { receivedOn } of arrivals)
    counts.set(parts(receivedOn).year, (counts.get(parts(receivedOn).year) ?? 0) + 1);
  const next = new Map<number, number>();
  for (const [year, count] of [...counts].sort()) {
    const [row] = await em.execute<{ last: number }[]>(
      `insert into petitions.number_sequence as s values (?, ?, ?)
       on conflict (institution_id, year) do update set last = s.last + excluded.last returning s.last`,
      [office.institutionId, year, count],
    );
    next.set(year, Number(row?.last) - count + 1);
  }
  return arrivals.map(({ receivedOn }) => {
    const { year } = parts(receivedOn);
    const sequence = next.get(year) as number;
    next.set(year, sequence + 1);
    return sequence;
  });
}

function recordOf(arrival: NewPetition, sequence: number, registration: Registration) {
  const { office, terms, now, keys } = registration;
  const { institutionId } = office;
  const id = newId(now);
  const { repeatOf = null } = arrival;
  const matterId = repeatOf?.matterId ?? newId(now);
  const started = [{ type: 'STARTED', on: arrival.receivedOn } as const];
  const procedural = foldClock('PROCEDURAL', started, terms);
  const substantive = foldClock('SUBSTANTIVE', started, terms);
  const under = {
    institutionId,
    policyVersion: terms.pack.version,
    calendarVersion: terms.calendar.version,
    version: 1,
  };
  const place = { keys, institutionId, petitionId: id };
  const card = sealCard(arrival.card, place, arrival.idNumberSound);
  return {
    marks: marksOf({ ...arrival.card, subject: arrival.subject }, place),
    matter: repeatOf ? null : { id: matterId, ...under, ...matterColumns(arrival, substantive) },
    petition: {
      id,
      matterId,
      ...under,
      number: petitionNumber(office.numberPrefix, parts(arrival.receivedOn).year, sequence),
      registeredAt: now,
      receivingDepartmentId: office.complaintsDepartmentId,
      queryCodeIndex: queryCodeIndex(queryCodeOf(id, institutionId, keys), institutionId, keys),
      ...petitionColumns(arrival, registration, procedural),
      ...card,
    },
    timeline: timelineOf(id, arrival, registration),
    clocks: [
      { subjectId: id, clock: 'PROCEDURAL' as const, folded: procedural },
      ...(repeatOf ? [] : [{ subjectId: matterId, clock: 'SUBSTANTIVE' as const, folded: substantive }]),
      ...ownClocks(arrival, terms).map((one) => ({ subjectId: id, ...one })),
    ],
  };
}

function matterColumns({ subject, receivedOn }: NewPetition, clock: Clock) {
  return {
    subject,
    state: 'OPEN',
    openedOn: receivedOn,
    substantiveStartedOn: clock.startedOn,
    substantiveDueOn: clock.dueOn,
    substantiveTargetOn: clock.targetOn,
    substantiveProvisional: clock.provisional,
    firstDueOn: clock.dueOn,
  };
}

function petitionColumns(arrival: NewPetition, { terms, rules = DEFAULT_RULES }: Registration, clock: Clock) {
  const { pack, calendar } = terms;
  const { channel, category, identityKind, subject, receivedOn, superiorFrom, reportBackDueOn, importKey } = arrival;
  const route = routeArrival(rules, { channel, category, identityKind, fromSuperior: superiorFrom !== null });
  return {
    channel,
    category,
    identityKind,
    subject,
    receivedOn,
    superiorFrom,
    reportBackDueOn,
    importKey,
    state: 'REGISTERED',
    track: route.track,
    trackReasonCode: route.reasonCode,
    triageRule: route.ruleName,
    suggestedDepartmentId: route.departmentId,
    triageTargetOn: targetDay(
      receivedOn,
      route.targetWorkdays ?? pack.intake.trackTargetWorkdays[route.track],
      calendar,
    ),
    restricted: isRestricted(category),
    transferredFrom: arrival.transferredFrom ?? null,
    repeatOfId: arrival.repeatOf?.id ?? null,
    peopleCount: arrival.peopleCount ?? 1,
    representativeCount: arrival.card.representatives.length,
    proceduralStartedOn: clock.startedOn,
    proceduralDueOn: clock.dueOn,
    proceduralTargetOn: clock.targetOn,
    proceduralProvisional: clock.provisional,
  };
}

/** 0 workdays: the day of receipt itself. */
function targetDay(receivedOn: LocalDate, workdays: number, calendar: WorkCalendar): LocalDate {
  return workdays === 0 ? receivedOn : addWorkdays(receivedOn, workdays, calendar);
}

function timelineOf(petitionId: string, { receivedOn, facts = {} }: NewPetition, registration: Registration) {
  const { office, actorId, now } = registration;
  const common = { institutionId: office.institutionId, petitionId, at: now, facts: {} };
  return [
    { ...common, id: newId(now), kind: 'RECEIVED', onDate: receivedOn, actorId: null, facts },
    { ...common, id: newId(now), kind: 'REGISTERED', onDate: dayOf(now), actorId },
  ];
}
