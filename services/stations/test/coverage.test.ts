import { buildViewer } from '@everyletter/kit/testing';
import { expect, test } from 'vitest';
import { ask, CITY, colleague, database, ELSEWHERE, HERE, lawyer, openStations, WEEK } from './build.ts';

openStations();

const COVERAGE = `query ($ids: [_Any!]!, $period: PeriodInput!) { _entities(representations: $ids) { ... on Institution {
  stations { id } coverageReport(period: $period) { period { from to } definition { zh en } requiredSeats coveredSeats rate } } } }`;
const institutions = (...ids: string[]) => ids.map((one) => ({ __typename: 'Institution', id: one }));
const period = { from: '2026-11-23', to: '2026-11-27' };

test('coverage counts seats on working days', async () => {
  const { data } = await ask(colleague, COVERAGE, { ids: institutions(HERE), period });
  expect(data._entities[0].coverageReport).toMatchObject({ period, requiredSeats: 5, coveredSeats: 2, rate: 0.4 });
});

test('coverage is null where nothing was required', async () => {
  const { data } = await ask(buildViewer(CITY, ['LEADER']), COVERAGE, { ids: institutions(CITY), period });
  expect(data._entities[0].coverageReport).toMatchObject({ requiredSeats: 0, rate: null });
});

const BY_HALF_DAY = `{ stations { name coverage(${WEEK}) { date halfDay requiredSeats coveredSeats } } }`;

test('names the half-days where a seat is open; all stations share their statements', async () => {
  const { data } = await ask(colleague, BY_HALF_DAY);
  const [window, hall] = data.stations;
  expect(window.coverage).toEqual([]);
  expect(hall.coverage.map((one: { coveredSeats: number }) => one.coveredSeats)).toEqual([1, 1, 0, 0, 0]);
  expect(hall.coverage[0]).toEqual({ date: '2026-11-23', halfDay: 'MORNING', requiredSeats: 1, coveredSeats: 1 });
  expect(await database.statementsOf(() => ask(colleague, BY_HALF_DAY))).toHaveLength(5);
});

test('coverage is not told to a lawyer from outside, who would count only themselves', async () => {
  const { errors } = await ask(lawyer, BY_HALF_DAY);
  expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('coverage by half-day is refused when the days end before they begin', async () => {
  const { errors } = await ask(colleague, `{ stations { coverage(from: "2026-11-24", to: "2026-11-23") { date } } }`);
  expect(errors[0].extensions).toMatchObject({ code: 'PERIOD_REVERSED', details: { field: 'to' } });
});

test('coverage is read by a superior, in as many statements for all below as for one', async () => {
  const above = buildViewer(CITY, ['LEADER']);
  const read = (...ids: string[]) => ask(above, COVERAGE, { ids: institutions(...ids), period });
  const { data } = await read(HERE, ELSEWHERE);
  expect(data._entities.map((one: { coverageReport: { rate: number } }) => one.coverageReport.rate)).toEqual([
    0.4,
    null,
  ]);
  const one = await database.statementsOf(() => read(HERE));
  const all = await database.statementsOf(() => read(HERE, ELSEWHERE, CITY));
  expect(all).toHaveLength(one.length);
});

test('coverage is told to a reporter, who sees no name', async () => {
  const reporter = buildViewer(HERE, ['REPORTER'], { via: 'API_KEY' });
  const { data } = await ask(reporter, COVERAGE, { ids: institutions(HERE), period });
  expect(data._entities[0].coverageReport.rate).toBe(0.4);
  const { errors } = await ask(reporter, '{ lawyers { name } }');
  expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test.each([
  ['2026-11-27', '2026-11-23', 'PERIOD_REVERSED'],
  ['2000-01-01', '2026-11-23', 'PERIOD_TOO_LONG'],
])('coverage from %s to %s is refused', async (from, to, code) => {
  const { errors } = await ask(colleague, COVERAGE, { ids: institutions(HERE), period: { from, to } });
  expect(errors[0].extensions).toMatchObject({ code, details: { field: 'period' } });
});
