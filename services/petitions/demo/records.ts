import { createHash } from 'node:crypto';
import { newId } from '@everyletter/kit/id';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { type LocalDate, parts } from '@everyletter/kit/time';
import { addWorkdays } from '@everyletter/kit/workdays';
import { type Clock, type ClockEvent, foldClock } from '../src/clock/rules/clock.ts';
import { isRestricted } from '../src/petition/rules/acceptance.ts';
import type { Category } from '../src/petition/rules/kinds.ts';
import { petitionNumber } from '../src/petition/rules/number.ts';
import { sealCard } from '../src/petitioner/sealed-card.ts';
import type { TermsInForce } from '../src/policy-pack/terms.repository.ts';
import { queryCodeIndex, queryCodeOf } from '../src/registration/query-code.ts';
import { marksOf, type SearchMarks } from '../src/search-mark/marks-of.ts';
import { routeArrival } from '../src/triage-rule/rules/route-arrival.ts';
import { DEFAULT_RULES } from '../src/triage-rule/rules/triage-rule.ts';
import type { DemoPetition } from './demo-petition.ts';
import type { Row } from './insert-rows.ts';
import { moment } from './moment.ts';
import type { DemoOffice } from './terms.ts';

/** A department that handles petitions of these categories, and its handling procurators. */
export interface DemoDepartment {
  readonly id: string;
  readonly name: string;
  readonly headId: string;
  readonly categories: readonly Category[];
  readonly handlerIds: readonly string[];
}

export interface DemoSetting {
  readonly office: DemoOffice;
  readonly departments: readonly DemoDepartment[];
  readonly clerkIds: readonly string[];
  readonly keys: InstitutionKeys;
  readonly terms: TermsInForce;
  readonly today: LocalDate;
}

/** The rows of one petition. A repeat has no matter of its own. */
export interface DemoRecord {
  readonly matter: Row | null;
  readonly petition: Row & { readonly id: string; readonly matterId: string };
  readonly timeline: readonly Row[];
  /** None for the seven years: the job that marks what is older finds them. */
  readonly marks: SearchMarks | null;
}

/** Where the petition stands in the demo: its number in the year, and a name that makes loading twice the same as once. */
export interface DemoPlace {
  readonly sequence: number;
  readonly key: string;
  readonly before: DemoRecord | null;
}

/** Turns a story into rows, by the same rules and under the same seals as a petition registered at the desk. */
export function recordOf(story: DemoPetition, place: DemoPlace, setting: DemoSetting): DemoRecord {
  const { office, keys, terms } = setting;
  const { institutionId } = office;
  const registeredAt = moment(story.receivedOn, 9, setting.today, place.sequence % 120);
  const id = newId(registeredAt);
  const before = story.repeats ? place.before : null;
  const matterId = before?.petition.matterId ?? newId(registeredAt);
  const versions = { policyVersion: terms.pack.version, calendarVersion: terms.calendar.version, version: 1 };
  const own = { institutionId, ...versions };
  const handling = story.triagedOn ? handlingOf(story.category, place.sequence, setting) : NOBODY;
  const cardPlace = { keys, institutionId, petitionId: id };
  const marks = place.key.startsWith('replay/') ? null : marksOf({ ...story.card, subject: story.subject }, cardPlace);
  const petition = {
    id,
    matterId,
    ...own,
    registeredAt: registeredAt.toISOString(),
    receivingDepartmentId: office.complaintsDepartmentId,
    queryCodeIndex: queryCodeIndex(queryCodeOf(id, institutionId, keys), institutionId, keys),
    repeatOfId: before?.petition.id ?? null,
    ...numberOf(story, place, office.numberPrefix),
    ...handling,
    ...deskColumns(story, setting),
    ...petitionColumns(story),
    ...clockColumns('procedural', foldClock('PROCEDURAL', eventsOf(story.receivedOn, story.repliedOn), terms)),
    ...sealCard(story.card, cardPlace, story.card.idNumber !== null),
  };
  const substantive = foldClock('SUBSTANTIVE', eventsOf(story.receivedOn, story.answeredOn), terms);
  const matter = before
    ? null
    : {
        id: matterId,
        ...own,
        ...matterColumns(story),
        ...clockColumns('substantive', substantive),
        firstDueOn: substantive.dueOn,
      };
  return { matter, petition, marks, timeline: timelineOf(story, petition, setting) };
}

/** Unique per demo petition, like the key of a ledger row. */
export function importKey(key: string): Buffer {
  return createHash('sha256').update(`everyletter-demo/${key}`).digest();
}

/** What the front desk and the triage desk keep of it. */
function deskColumns(story: DemoPetition, { terms }: DemoSetting): Row {
  const { pack, calendar } = terms;
  const route = routeOf(story);
  const workdays = route.targetWorkdays ?? pack.intake.trackTargetWorkdays[story.track ?? route.track];
  return {
    triageTargetOn: addWorkdays(story.receivedOn, workdays, calendar),
    triageRule: route.ruleName,
    disposedOn: story.triagedOn,
    restricted: isRestricted(story.category),
  };
}

function routeOf({ channel, category, identityKind, superiorFrom }: DemoPetition) {
  return routeArrival(DEFAULT_RULES, { channel, category, identityKind, fromSuperior: superiorFrom !== null });
}

const NOBODY = { handlingDepartmentId: null, handlerId: null };

function handlingOf(category: Category, sequence: number, { departments }: DemoSetting) {
  const department = departments.find(({ categories }) => categories.includes(category)) ?? departments[0];
  const handlerId = department?.handlerIds[sequence % department.handlerIds.length] ?? null;
  return { handlingDepartmentId: department?.id ?? null, handlerId };
}

function numberOf({ receivedOn }: DemoPetition, { sequence, key }: DemoPlace, prefix: string) {
  return { number: petitionNumber(prefix, parts(receivedOn).year, sequence), importKey: importKey(key) };
}

function petitionColumns(story: DemoPetition) {
  const { channel, category, identityKind, subject, receivedOn, unreachableOn, superiorFrom, reportBackDueOn } = story;
  const chosen = routeOf(story);
  return {
    channel,
    category,
    identityKind,
    subject,
    receivedOn,
    unreachableOn,
    superiorFrom,
    reportBackDueOn,
    state: story.triagedOn ? 'DISPOSED' : 'REGISTERED',
    disposition: story.triagedOn ? 'ACCEPTED' : null,
    track: story.track ?? chosen.track,
    trackReasonCode: chosen.reasonCode,
    representativeCount: story.card.representatives.length,
  };
}

function matterColumns({ subject, receivedOn, triagedOn, answeredOn }: DemoPetition) {
  const state = answeredOn ? 'ANSWERED' : triagedOn ? 'HANDLING' : 'OPEN';
  return { subject, openedOn: receivedOn, state };
}

function eventsOf(receivedOn: LocalDate, stoppedOn: LocalDate | null): ClockEvent[] {
  const started: ClockEvent = { type: 'STARTED', on: receivedOn };
  return stoppedOn ? [started, { type: 'STOPPED', on: stoppedOn }] : [started];
}

function clockColumns(prefix: 'procedural' | 'substantive', clock: Clock): Row {
  return {
    [`${prefix}StartedOn`]: clock.startedOn,
    [`${prefix}DueOn`]: clock.dueOn,
    [`${prefix}TargetOn`]: clock.targetOn,
    [`${prefix}Provisional`]: clock.provisional,
    [`${prefix}StoppedOn`]: clock.stoppedOn,
  };
}

function timelineOf(
  story: DemoPetition,
  { id, handlerId }: { readonly id: string; readonly handlerId: string | null },
  { office, clerkIds, today }: DemoSetting,
): Row[] {
  const clerkId = clerkIds[0] ?? null;
  const happened: readonly [
    kind: string,
    onDate: LocalDate | null,
    hour: number,
    actorId: string | null,
    facts: object,
  ][] = [
    ['RECEIVED', story.receivedOn, 8, null, {}],
    ['REGISTERED', story.receivedOn, 9, clerkId, {}],
    ['TRIAGED', story.triagedOn, 11, clerkId, { disposition: 'ACCEPTED' }],
    ['REPLY_DISPATCHED', story.repliedOn, 16, clerkId, { kind: 'PROCEDURAL' }],
    ['REPLY_DISPATCHED', story.answeredOn, 17, handlerId, { kind: 'RESULT' }],
  ];
  return happened.flatMap(([kind, onDate, hour, actorId, facts]) => {
    if (!onDate) return [];
    const when = moment(onDate, hour, today);
    const common = { institutionId: office.institutionId, petitionId: id, kind, onDate, actorId, facts };
    return [{ id: newId(when), ...common, at: when.toISOString() }];
  });
}
