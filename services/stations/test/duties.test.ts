import type { Service } from '@everyletter/kit/service';
import { type Answer, ask as askService, buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stationsService } from '../src/service.ts';
import { colleague, database, ELSEWHERE, HALL, HERE, id, LIANG, lawyer, OUYANG, openStations, SHIFT } from './build.ts';

openStations();

const liang = buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: LIANG });
const [AHEAD, LIANGS] = [id(81), id(82)];
/** Noon of 23 November in China; the morning of that day begins at nine. */
let now = new Date('2026-11-23T04:00:00Z');
let stations: Service;

beforeAll(async () => {
  stations = await database.start(stationsService, { clock: () => now });
});
afterAll(() => stations.stop());
beforeEach(async () => {
  now = new Date('2026-11-23T04:00:00Z');
  for (const table of ['swap_offer', 'swap', 'duty_answer', 'attendance', 'assignment']) {
    await database.rows(`delete from stations.${table}`);
  }
  for (const [shift, who, date, half] of [
    [SHIFT, OUYANG, '2026-11-23', 'MORNING'],
    [AHEAD, OUYANG, '2026-11-26', 'MORNING'],
    [LIANGS, LIANG, '2026-11-27', 'AFTERNOON'],
  ]) {
    await database.rows(
      `insert into stations.assignment (id, institution_id, station_id, lawyer_id, date, half_day) values ($1, $2, $3, $4, $5, $6)`,
      [shift, HERE, HALL, who, date, half],
    );
  }
});

const ask = (viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> =>
  askService(stations, viewer, query, variables);
const codeOf = ({ errors }: Answer) => errors?.[0].extensions.code;
const statusOf = async (duty: string) =>
  (await database.rows('select status, lawyer_id, locked from stations.assignment where id = $1', [duty]))[0];

const confirm = (viewer: Viewer, duty: string) =>
  ask(viewer, `mutation { confirmDuty(id: "${duty}") { duty { status viewerCanConfirm } } }`);
const decline = (viewer: Viewer, duty: string, reason: string | null = '发烧') =>
  ask(
    viewer,
    'mutation ($id: ID!, $reason: String) { declineDuty(id: $id, reason: $reason) { duty { status reason } } }',
    {
      id: duty,
      reason,
    },
  );

test('a lawyer confirms, and declines with a reason until it begins; the gap names who could take it', async () => {
  expect((await confirm(lawyer, AHEAD)).data.confirmDuty.duty).toEqual({
    status: 'CONFIRMED',
    viewerCanConfirm: false,
  });
  expect(codeOf(await decline(lawyer, AHEAD, null))).toBe('FIELD_NEEDED');
  expect((await decline(lawyer, AHEAD)).data.declineDuty.duty).toEqual({ status: 'DECLINED', reason: '发烧' });
  expect(codeOf(await decline(lawyer, SHIFT))).toBe('DUTY_HAS_BEGUN');
  await standing(LIANG);
  const { data } = await ask(
    colleague,
    '{ declinedDuties { id reason candidates { lawyer { name } level weekDuties } } }',
  );
  expect(data.declinedDuties).toEqual([
    { id: AHEAD, reason: '发烧', candidates: [{ lawyer: { name: '梁知秋' }, level: 'AVAILABLE', weekDuties: 1 }] },
  ]);
});

/** So that the rules of eligibility are passed. */
const standing = (who: string) =>
  database.rows(
    `update stations.lawyer set practising_since = '2015-01-01', passed_review_years = '{2023,2024,2025}' where id = $1`,
    [who],
  );
const cover = (duty: string, who: string) =>
  ask(
    colleague,
    `mutation ($input: CoverDutyInput!) { coverDuty(input: $input) { duty { id status lawyer { name } } } }`,
    { input: { dutyId: duty, lawyerId: who, reason: '替班' } },
  );

test('the administrator puts another on the seat; it is locked, and the gap is gone', async () => {
  await standing(LIANG);
  await decline(lawyer, AHEAD);
  const { data } = await cover(AHEAD, LIANG);
  expect(data.coverDuty.duty).toMatchObject({ status: 'PUBLISHED', lawyer: { name: '梁知秋' } });
  expect(await statusOf(data.coverDuty.duty.id)).toMatchObject({ locked: true, lawyer_id: LIANG });
  expect((await ask(colleague, '{ declinedDuties { id } }')).data.declinedDuties).toEqual([]);
});

test('nobody covers who is on duty then, away, or not eligible', async () => {
  await decline(lawyer, AHEAD);
  await database.rows('update stations.lawyer set passed_review_years = $2 where id = $1', [LIANG, []]);
  expect(codeOf(await cover(AHEAD, LIANG))).toBe('LAWYER_CANNOT_COVER');
  await standing(LIANG);
  await database.rows(
    `update stations.assignment set date = '2026-11-26', half_day = 'MORNING', seat = 2 where id = $1`,
    [LIANGS],
  );
  expect(codeOf(await cover(AHEAD, LIANG))).toBe('LAWYER_CANNOT_COVER');
});

const SWAP =
  'id state version offers duty { id date } returnDuty { id } viewerCanAnswer viewerCanWithdraw viewerCanDecide';
const askSwap = (duty: string, kind = 'COVER') =>
  ask(lawyer, `mutation ($input: AskSwapInput!) { askSwap(input: $input) { swap { ${SWAP} } } }`, {
    input: { dutyId: duty, kind, audience: 'ALL', reason: '开庭' },
  });
const answerSwap = (viewer: Viewer, swap: string, accept: boolean, returnDutyId: string | null = null) =>
  ask(viewer, `mutation ($input: AnswerSwapInput!) { answerSwap(input: $input) { swap { ${SWAP} } } }`, {
    input: { id: swap, accept, returnDutyId },
  });
const decide = (swap: string, version: number, approve: boolean) =>
  ask(colleague, `mutation ($input: DecideSwapInput!) { decideSwap(input: $input) { swap { ${SWAP} } } }`, {
    input: { id: swap, version, approve },
  });

test('a swap is asked, seen by whoever is asked though not who holds the duty, accepted and approved', async () => {
  const { data } = await askSwap(AHEAD);
  expect(data.askSwap.swap).toMatchObject({ state: 'ASKED', offers: 1, viewerCanWithdraw: true });
  const seen = await ask(
    liang,
    '{ swaps { id askedByName viewerCanAnswer duty { date lawyer { name } station { name } } } lawyers { name } }',
  );
  expect(seen.data.swaps).toEqual([
    {
      id: data.askSwap.swap.id,
      askedByName: '欧阳平',
      viewerCanAnswer: true,
      duty: { date: '2026-11-26', lawyer: null, station: { name: '律师工作站' } },
    },
  ]);
  expect(seen.data.lawyers).toEqual([{ name: '梁知秋' }]);
  const accepted = await answerSwap(liang, data.askSwap.swap.id, true);
  expect(accepted.data.answerSwap.swap.state).toBe('ANSWERED');
  const stale = await decide(data.askSwap.swap.id, 1, true);
  expect(codeOf(stale)).toBe('SWAP_CHANGED');
  const { data: decided } = await decide(data.askSwap.swap.id, accepted.data.answerSwap.swap.version, true);
  expect(decided.decideSwap.swap.state).toBe('APPROVED');
  expect(await statusOf(AHEAD)).toEqual({ status: 'CONFIRMED', lawyer_id: LIANG, locked: true });
});

test('two change places in one go', async () => {
  const { data } = await askSwap(AHEAD, 'EXCHANGE');
  const swap = data.askSwap.swap.id;
  expect(codeOf(await answerSwap(liang, swap, true))).toBe('FIELD_NEEDED');
  expect(codeOf(await answerSwap(liang, swap, true, AHEAD))).toBe('RETURN_DUTY_INVALID');
  const { data: answered } = await answerSwap(liang, swap, true, LIANGS);
  expect(answered.answerSwap.swap.returnDuty).toEqual({ id: LIANGS });
  await decide(swap, answered.answerSwap.swap.version, true);
  expect((await statusOf(AHEAD)).lawyer_id).toBe(LIANG);
  expect((await statusOf(LIANGS)).lawyer_id).toBe(OUYANG);
});

test('a duty that is moved keeps its swap; a taker who is booked meanwhile is refused, and nothing changes', async () => {
  const { data } = await askSwap(AHEAD);
  await database.rows(
    `update stations.assignment set date = '2026-11-27', half_day = 'AFTERNOON', seat = 2 where id = $1`,
    [AHEAD],
  );
  const { data: answered } = await answerSwap(liang, data.askSwap.swap.id, true);
  expect(answered.answerSwap.swap.duty).toEqual({ id: AHEAD, date: '2026-11-27' });
  const refused = await decide(data.askSwap.swap.id, answered.answerSwap.swap.version, true);
  expect(codeOf(refused)).toBe('DUTY_CLASHES');
  expect((await statusOf(AHEAD)).lawyer_id).toBe(OUYANG);
  const { data: no } = await decide(data.askSwap.swap.id, answered.answerSwap.swap.version, false);
  expect(no.decideSwap.swap.state).toBe('REFUSED');
});

test('a swap needs a day’s notice, somebody who is free, and no other swap of the same duty', async () => {
  now = new Date('2026-11-25T01:00:01Z');
  expect((await askSwap(AHEAD)).errors[0].extensions).toMatchObject({
    code: 'SWAP_TOO_LATE',
    details: { noticeHours: 24 },
  });
  now = new Date('2026-11-25T01:00:00Z');
  expect((await askSwap(AHEAD)).errors).toBeUndefined();
  expect(codeOf(await askSwap(AHEAD))).toBe('SWAP_UNDER_WAY');
  const [open] = (await ask(lawyer, '{ swaps { id } }')).data.swaps;
  const gone = await ask(lawyer, `mutation { withdrawSwap(id: "${open.id}") { swap { state } } }`);
  expect(gone.data.withdrawSwap.swap.state).toBe('WITHDRAWN');
  await database.rows(
    `update stations.assignment set date = '2026-11-26', half_day = 'MORNING', seat = 2 where id = $1`,
    [LIANGS],
  );
  expect(codeOf(await askSwap(AHEAD))).toBe('NOBODY_COULD_COVER');
});

test('declining a duty ends the swap of it', async () => {
  await askSwap(AHEAD);
  await decline(lawyer, AHEAD);
  expect((await ask(colleague, '{ swaps { state viewerCanDecide } }')).data.swaps).toEqual([
    { state: 'LAPSED', viewerCanDecide: false },
  ]);
});

const PRESENCE = 'checkedInBy lateMinutes checkedOutAt absenceReason viewerCanCheckIn viewerCanCheckOut';
const step = (viewer: Viewer, mutation: string) => ask(viewer, `mutation { ${mutation} { duty { ${PRESENCE} } } }`);

test('a lawyer checks in on the phone, late by the rules, and out again', async () => {
  now = new Date('2026-11-23T01:11:00Z');
  const { data } = await step(lawyer, `checkIn(dutyId: "${SHIFT}")`);
  expect(data.checkIn.duty).toMatchObject({ checkedInBy: 'PHONE', lateMinutes: 11, viewerCanCheckOut: true });
  expect(codeOf(await step(lawyer, `checkIn(dutyId: "${SHIFT}")`))).toBe('CHECKED_IN_BEFORE');
  now = new Date('2026-11-23T03:30:00Z');
  expect((await step(lawyer, `checkOut(dutyId: "${SHIFT}")`)).data.checkOut.duty.checkedOutAt).toBe(
    '2026-11-23T03:30:00.000Z',
  );
  expect(codeOf(await step(lawyer, `checkIn(dutyId: "${AHEAD}")`))).toBe('CHECK_IN_TOO_EARLY');
});

test('the desk notes an absence and takes it back when they come', async () => {
  now = new Date('2026-11-23T00:59:00Z');
  const absent = `markAbsent(dutyId: "${SHIFT}", reason: "电话未接")`;
  expect(codeOf(await step(colleague, absent))).toBe('DUTY_HAS_NOT_BEGUN');
  now = new Date('2026-11-23T01:20:00Z');
  expect((await step(colleague, absent)).data.markAbsent.duty.absenceReason).toBe('电话未接');
  const { data } = await step(colleague, `checkIn(dutyId: "${SHIFT}")`);
  expect(data.checkIn.duty).toMatchObject({ checkedInBy: 'DESK', lateMinutes: 20, absenceReason: null });
});

test('planned and effective coverage are told apart', async () => {
  const report = async () => {
    const { data } = await ask(
      colleague,
      `{ _entities(representations: [{ __typename: "Institution", id: "${HERE}" }]) { ... on Institution {
        attendanceReport(period: { from: "2026-11-23", to: "2026-11-26" }) { requiredSeats plannedSeats attendedSeats } } } }`,
    );
    return data._entities[0].attendanceReport;
  };
  expect(await report()).toEqual({ requiredSeats: 4, plannedSeats: 2, attendedSeats: 0 });
  now = new Date('2026-11-23T01:00:00Z');
  await step(lawyer, `checkIn(dutyId: "${SHIFT}")`);
  await decline(lawyer, AHEAD);
  expect(await report()).toEqual({ requiredSeats: 4, plannedSeats: 1, attendedSeats: 1 });
});

test.each<[string, Viewer]>([
  ['another lawyer', liang],
  ['an administrator of another institution', buildViewer(ELSEWHERE, ['STATION_ADMINISTRATOR'], { staffId: id(73) })],
])('%s finds a stranger’s duty at no door', async (_, stranger) => {
  const { data } = await ask(stranger, '{ dutiesOn(date: "2026-11-26") { id } swaps { id } }');
  expect(data).toEqual({ dutiesOn: [], swaps: [] });
  for (const door of ['checkIn(dutyId', 'checkOut(dutyId']) {
    expect(codeOf(await step(stranger, `${door}: "${AHEAD}")`))).toBe('DUTY_NOT_FOUND');
  }
  expect(codeOf(await decline(stranger, AHEAD))).toBe('DUTY_NOT_FOUND');
});

test('a lawyer asks for no duty of another and decides nothing', async () => {
  expect(codeOf(await ask(lawyer, '{ declinedDuties { id } }'))).toBe('NOT_ALLOWED');
  const { data } = await askSwap(AHEAD);
  const forbidden = await ask(
    lawyer,
    `mutation { decideSwap(input: { id: "${data.askSwap.swap.id}", version: 1, approve: true }) { swap { id } } }`,
  );
  expect(codeOf(forbidden)).toBe('NOT_ALLOWED');
});
