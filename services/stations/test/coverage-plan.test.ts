import { type Answer, ask as askService, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stationsService } from '../src/service.ts';
import { plantOffice } from './plan-office.ts';

const { HERE, ELSEWHERE } = plantOffice;
const colleague = buildViewer(HERE, ['STATION_ADMINISTRATOR']);
let database: TestDatabase;
let ask: (query: string, variables?: Record<string, unknown>, viewer?: typeof colleague) => Promise<Answer>;

beforeAll(async () => {
  database = await testDatabase([stationsService]);
  await plantOffice.plant(database);
  const options = { clock: () => new Date('2026-11-20T04:00:00Z'), jobs: true };
  const service = await database.start(stationsService, options);
  ask = (query, variables, viewer = colleague) => askService(service, viewer, query, variables);
});
afterAll(() => database.stop());

const PLAN = `id state version openSeats seatCount cost bound proof gapRate stale inputHash
  seats { stationId date halfDay line seat lawyerId locked } changes { seat { date halfDay } from to }
  gaps { seat { stationId date halfDay line seat } verdict census { reason lawyerIds } chain { lawyerId } competingSeats }`;
const START = 'mutation ($input: StartPlanInput!) { startCoveragePlan(input: $input) { plan { id } } }';
const PUBLISH = `mutation ($id: ID!, $version: Int!) { publishCoveragePlan(id: $id, version: $version) {
  plan { state } changed notified } }`;
const WEEK = { from: '2026-11-23', to: '2026-11-27' };

async function plan(id: string): Promise<Answer> {
  const { data, errors } = await ask(`query ($id: ID!) { coveragePlan(id: $id) { ${PLAN} } }`, { id });
  expect(errors).toBeUndefined();
  return data.coveragePlan;
}

/** Starts one and waits until it was searched for. */
async function started(input: object): Promise<Answer> {
  const { data, errors } = await ask(START, { input });
  expect(errors).toBeUndefined();
  return finished(data.startCoveragePlan.plan.id);
}

async function finished(id: string): Promise<Answer> {
  for (;;) {
    const found = await plan(id);
    if (!['SOLVING', 'PROVING'].includes(found.state)) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const placeOf = ({ stationId, date, halfDay, line, seat }: Record<string, unknown>) => ({
  stationId,
  date,
  halfDay,
  line,
  seat,
});

test('the same input and seed make the same plan; what stays open is proved so, within its bound', async () => {
  const one = await started({ ...WEEK, mode: 'ANEW', seed: 7 });
  const other = await started({ ...WEEK, mode: 'ANEW', seed: 7 });
  expect(one).toMatchObject({ state: 'READY', seatCount: 10, openSeats: 4, proof: 'BOUND' });
  expect(other.seats).toEqual(one.seats);
  expect(other.inputHash).toBe(one.inputHash);
  expect(one.gaps.every(({ verdict }: Answer) => verdict === 'UNAVOIDABLE')).toBe(true);
  expect(one.bound).toBeLessThanOrEqual(one.cost);
});

test('a draft is proved the best there is; changed by hand it is no longer, and is not changed meanwhile', async () => {
  const PROVE = `mutation ($id: ID!, $version: Int!) { proveCoveragePlan(id: $id, version: $version) {
    plan { state provable } } }`;
  const draft = await started({ ...WEEK, mode: 'ANEW', seed: 3 });
  const proving = await ask(PROVE, { id: draft.id, version: draft.version });
  expect(proving.data.proveCoveragePlan.plan).toEqual({ state: 'PROVING', provable: false });
  const meanwhile = await ask(PUBLISH, { id: draft.id, version: draft.version });
  expect(meanwhile.errors[0].extensions.code).toBe('PLAN_NOT_READY');
  const proved = await finished(draft.id);
  expect(proved).toMatchObject({ state: 'READY', proof: 'OPTIMAL', gapRate: 0, openSeats: 4 });
  expect(proved.cost).toBeLessThanOrEqual(draft.cost);
  expect(proved.bound).toBe(proved.cost);
  const OPEN = 'mutation ($input: SetPlanSeatInput!) { setPlanSeat(input: $input) { plan { proof } } }';
  const seat = placeOf(proved.seats.find(({ lawyerId }: Answer) => lawyerId));
  const input = { planId: draft.id, version: proved.version, seat, lawyerId: null, locked: false };
  expect((await ask(OPEN, { input })).data.setPlanSeat.plan.proof).toBe('BOUND');
});

test('an open seat is explained, a remedy tried, and its plan published; only those concerned are told', async () => {
  const draft = await started({ ...WEEK, mode: 'FILL' });
  const [gap] = draft.gaps;
  expect(gap.census.map(({ reason }: Answer) => reason)).toContain('WEEK_MAX');
  const seat = placeOf(gap.seat);
  const REMEDIES = `query ($planId: ID!, $seat: SeatPlaceInput!) { gapRemedies(planId: $planId, seat: $seat) {
    kind lawyerId specialty unlocks } }`;
  const { data } = await ask(REMEDIES, { planId: draft.id, seat });
  expect(data.gapRemedies[0]).toMatchObject({ kind: 'RAISE_WEEKLY_CAP', unlocks: 1 });
  const { unlocks: _, ...remedy } = data.gapRemedies[0];
  const TRY =
    'mutation ($planId: ID!, $remedy: RemedyInput!) { tryRemedy(planId: $planId, remedy: $remedy) { plan { id } } }';
  const tried = await ask(TRY, { planId: draft.id, remedy: { ...remedy, seat } });
  const better = await plan(tried.data.tryRemedy.plan.id);
  expect(better.openSeats).toBe(draft.openSeats - 1);
  const published = await ask(PUBLISH, { id: better.id, version: better.version });
  const people = new Set(better.changes.flatMap(({ from, to }: Answer) => [from, to]).filter(Boolean));
  expect(published.data.publishCoveragePlan).toEqual({
    plan: { state: 'PUBLISHED' },
    changed: better.changes.length,
    notified: people.size,
  });
  const [gainer] = better.changes.flatMap(({ to }: Answer) => to ?? []);
  const told = (viewer: typeof colleague) =>
    ask('{ dutyNotices { id changes { date gained station { name } } } }', {}, viewer);
  const lawyer = buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: gainer });
  const [notice] = (await told(lawyer)).data.dutyNotices;
  const gains = better.changes.filter(({ to }: Answer) => to === gainer);
  expect(notice.changes.filter(({ gained }: Answer) => gained)).toHaveLength(gains.length);
  const other = buildViewer(ELSEWHERE, ['DUTY_LAWYER'], { lawyerId: gainer });
  expect((await told(other)).data.dutyNotices).toEqual([]);
  await ask('mutation { markDutyNoticesSeen { dutyNotices { id } } }', {}, other);
  expect((await told(lawyer)).data.dutyNotices).toHaveLength(1);
  await ask('mutation { markDutyNoticesSeen { dutyNotices { id } } }', {}, lawyer);
  expect((await told(lawyer)).data.dutyNotices).toEqual([]);
  const [cap] = await database.rows('select weekly_cap from stations.lawyer where id = $1', [remedy.lawyerId]);
  expect(cap.weekly_cap).toBe(4);
  const old = await plan(draft.id);
  const late = await ask(PUBLISH, { id: old.id, version: old.version });
  expect(late.errors[0].extensions).toMatchObject({ code: 'PLAN_STALE', kind: 'CONFLICT' });
});

test('a lawyer calls in sick: they serve no half-day of it, and few other duties change', async () => {
  const [held] = await database.rows(
    `select lawyer_id as id, date::text as date from stations.assignment where status = 'PUBLISHED' order by date limit 1`,
  );
  const SICK = 'mutation ($input: AbsentLawyerInput!) { planAroundAbsence(input: $input) { plan { id } } }';
  const { data } = await ask(SICK, { input: { lawyerId: held.id, from: held.date, to: held.date } });
  let found = await plan(data.planAroundAbsence.plan.id);
  while (found.state === 'SOLVING') found = await plan(found.id);
  const away = found.seats.filter(({ lawyerId, date }: Answer) => lawyerId === held.id && date === held.date);
  expect(away).toEqual([]);
  const others = found.changes.filter(({ from }: Answer) => from !== null && from !== held.id);
  expect(others.length).toBeLessThanOrEqual(6);
});

test('a seat set by hand is locked against planning; who cannot take it is refused with the reason', async () => {
  const SET = 'mutation ($input: SetPlanSeatInput!) { setPlanSeat(input: $input) { plan { id version } } }';
  const draft = await started({ from: '2026-11-30', to: '2026-12-04', mode: 'COPY' });
  const [first, second, third, fourth] = draft.seats;
  const CANDIDATES = `query ($planId: ID!, $seat: SeatPlaceInput!) { seatCandidates(planId: $planId, seat: $seat) {
    lawyerId reason } }`;
  const { data } = await ask(CANDIDATES, { planId: draft.id, seat: placeOf(first) });
  const [best] = data.seatCandidates;
  expect(best.reason).toBe('FREE');
  const { lawyerId } = best;
  const set = { planId: draft.id, version: draft.version, seat: placeOf(first), lawyerId, locked: true };
  const given = await ask(SET, { input: set });
  expect(given.errors).toBeUndefined();
  let { version } = given.data.setPlanSeat.plan;
  for (const seat of [second, third]) {
    const more = await ask(SET, { input: { ...set, version, seat: placeOf(seat) } });
    version = more.data.setPlanSeat.plan.version;
  }
  const tooMany = await ask(SET, { input: { ...set, version, seat: placeOf(fourth) } });
  expect(tooMany.errors[0].extensions).toMatchObject({
    code: 'LAWYER_CANNOT_TAKE_SEAT',
    details: { reason: 'WEEK_MAX' },
  });
  const anew = await started({ from: '2026-11-30', to: '2026-12-04', mode: 'ANEW', afterPlanId: draft.id });
  const kept = anew.seats.find((one: Answer) => JSON.stringify(placeOf(one)) === JSON.stringify(placeOf(first)));
  expect(kept).toMatchObject({ lawyerId, locked: true });
});

test.each([
  ['begins in the past', { from: '2026-11-19', to: '2026-11-27' }, 'PLAN_IN_THE_PAST'],
  ['ends before it begins', { from: '2026-11-27', to: '2026-11-23' }, 'PERIOD_REVERSED'],
  ['is too long', { from: '2026-11-23', to: '2027-11-23' }, 'PLAN_PERIOD_TOO_LONG'],
  ['has no working day', { from: '2026-11-28', to: '2026-11-29' }, 'PLAN_WITHOUT_SEATS'],
])('a plan that %s is refused', async (_, period, code) => {
  const { errors } = await ask(START, { input: { ...period, mode: 'COPY' } });
  expect(errors[0].extensions.code).toBe(code);
});

test('a stranger finds no plan and starts none here; a leader reads and publishes nothing', async () => {
  const draft = await started({ ...WEEK, mode: 'COPY' });
  const stranger = buildViewer(ELSEWHERE, ['STATION_ADMINISTRATOR']);
  const found = await ask(`{ coveragePlan(id: "${draft.id}") { id } }`, {}, stranger);
  expect(found.data.coveragePlan).toBeNull();
  const published = await ask(PUBLISH, { id: draft.id, version: draft.version }, stranger);
  expect(published.errors[0].extensions.code).toBe('PLAN_NOT_FOUND');
  const watched = await ask(`subscription { coveragePlanChanged(id: "${draft.id}") { id } }`, {}, stranger);
  expect(watched.errors[0].extensions.code).toBe('PLAN_NOT_FOUND');
  const leader = buildViewer(HERE, ['LEADER']);
  expect((await ask(`{ coveragePlan(id: "${draft.id}") { openSeats } }`, {}, leader)).errors).toBeUndefined();
  const refused = await ask(PUBLISH, { id: draft.id, version: draft.version }, leader);
  expect(refused.errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('coverage is told by month, planned and effective, and agrees with the report', async () => {
  const period = { from: '2026-11-01', to: '2026-11-30' };
  const { data, errors } = await ask(
    'query ($period: PeriodInput!) { coverage(period: $period, groupBy: MONTH) { key requiredSeats coveredSeats rate attendedSeats stationDays fullStationDays exceptedHalfDays } }',
    { period },
  );
  expect(errors).toBeUndefined();
  const [month] = data.coverage;
  expect(month).toMatchObject({ key: '2026-11', requiredSeats: 42, attendedSeats: 0, stationDays: 21 });
  expect(month.coveredSeats).toBe(7);
  expect(data.coverage).toHaveLength(1);
  const firms = await ask(
    'query ($period: PeriodInput!) { coverage(period: $period, groupBy: FIRM) { key requiredSeats coveredSeats rate } }',
    { period },
  );
  expect(firms.data.coverage).toEqual([expect.objectContaining({ requiredSeats: 42, coveredSeats: 7, rate: 7 / 42 })]);
});

test('the gaps of what is published are told apart: filled by moving lawyers, or proved to stay', async () => {
  const SPLIT = `query ($ids: [_Any!]!, $period: PeriodInput!) { _entities(representations: $ids) { ... on Institution {
    coverageReport(period: $period) { requiredSeats coveredSeats }
    coverageGaps(period: $period) { avoidable unavoidable undecided } } } }`;
  const ids = [{ __typename: 'Institution', id: HERE }];
  const of = (period: object, viewer = colleague) => ask(SPLIT, { period, ids }, viewer);
  const { data } = await of({ from: '2026-11-23', to: '2026-12-04' });
  const [{ coverageReport: report, coverageGaps: gaps }] = data._entities;
  expect(gaps.avoidable + gaps.unavoidable + gaps.undecided).toBe(report.requiredSeats - report.coveredSeats);
  expect(gaps.avoidable).toBeGreaterThan(0);
  const year = await of({ from: '2026-01-01', to: '2026-12-31' });
  expect(year.data._entities[0].coverageGaps).toBeNull();
  const stranger = await of(
    { from: '2026-11-23', to: '2026-12-04' },
    buildViewer(ELSEWHERE, ['STATION_ADMINISTRATOR']),
  );
  expect(stranger.data?._entities[0]?.coverageGaps ?? null).toBeNull();
});

test('a newer calendar makes drafts over the days it changed stale, and no others', async () => {
  const [touched, other] = [
    await started({ from: '2026-12-07', to: '2026-12-11', mode: 'COPY' }),
    await started({ from: '2026-12-14', to: '2026-12-18', mode: 'COPY' }),
  ];
  await database.deliver('roster.calendar-published', {
    institutionId: HERE,
    eventId: '01900000-0000-7000-8000-0000000000e1',
    payload: { version: 2, years: [2026], daysOff: ['2026-12-09'], extraWorkdays: [] },
  });
  expect((await plan(touched.id)).stale).toBe(true);
  expect((await plan(other.id)).stale).toBe(false);
  expect((await plan(touched.id)).seats).toHaveLength(8);
});
