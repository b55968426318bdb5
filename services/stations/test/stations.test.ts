import type { Service } from '@everyletter/kit/service';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stationsService } from '../src/service.ts';

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [HERE, ELSEWHERE, CITY] = [id(1), id(2), id(3)];
const [HALL, WINDOW] = [id(11), id(12)];
const FIRM = id(21);
const [OUYANG, LIANG] = [id(31), id(32)];
const SHIFT = id(41);
const colleague = buildViewer(HERE, ['STATION_ADMINISTRATOR']);
const lawyer = buildViewer(HERE, ['DUTY_LAWYER'], { lawyerId: OUYANG });

let database: TestDatabase;
let stations: Service;

beforeAll(async () => {
  database = await testDatabase([stationsService]);
  await plant();
  stations = await database.start(stationsService, { clock: () => new Date('2026-11-23T04:00:00Z') });
});
afterAll(() => database.stop());

async function plant(): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const run = (statement: string, values: unknown[]) => owner.query(statement, values);
  for (const [institution, above] of [
    [HERE, [CITY]],
    [ELSEWHERE, [CITY]],
    [CITY, []],
  ]) {
    await run('insert into stations.institution values ($1, $2)', [institution, above]);
    await run(`insert into stations.calendar_version values ($1, 1, '{2026}', '{2026-10-01}', '{2026-10-10}', now())`, [
      institution,
    ]);
  }
  await run(`insert into stations.station values ($1, $2, '律师工作站', 'LAWYER_STATION', '大厅一层')`, [HALL, HERE]);
  await run(`insert into stations.station values ($1, $2, '咨询窗口', 'CONSULT_WINDOW', '大厅二层')`, [WINDOW, HERE]);
  await run(`insert into stations.coverage_requirement values ($1, $2, $3, 'MORNING', 1, '2026-01-01', null)`, [
    id(51),
    HERE,
    HALL,
  ]);
  await run(`insert into stations.law_firm values ($1, $2, '北京某某律师事务所')`, [FIRM, HERE]);
  await run(`insert into stations.lawyer values ($1, $2, $3, '欧阳平', 12, '{CRIMINAL,CIVIL}')`, [OUYANG, HERE, FIRM]);
  await run(`insert into stations.lawyer values ($1, $2, $3, '梁知秋', 5, '{FAMILY}')`, [LIANG, HERE, FIRM]);
  const shifts = [
    [SHIFT, OUYANG, '2026-11-23', 'MORNING'],
    [id(42), LIANG, '2026-11-24', 'MORNING'],
    [id(43), LIANG, '2026-11-23', 'AFTERNOON'],
  ];
  for (const [shift, who, date, half] of shifts) {
    await run('insert into stations.assignment values ($1, $2, $3, $4, $5, $6)', [shift, HERE, HALL, who, date, half]);
  }
  await owner.end();
}

async function ask(viewer: Viewer, query: string, variables?: Record<string, unknown>) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
  return JSON.parse(JSON.stringify(await stations.execute({ query, variables }, viewer))) as any;
}

const WEEK = 'from: "2026-11-23", to: "2026-11-27"';

test('a station says who is on duty, morning first', async () => {
  const query = `{ stations { name kind place institution { id } assignments(${WEEK}) {
    date halfDay lawyer { name yearsOfPractice specialties firm { name } } station { name } } } }`;
  const { data, errors } = await ask(colleague, query);
  expect(errors).toBeUndefined();
  expect(data.stations.map(({ name }: { name: string }) => name)).toEqual(['咨询窗口', '律师工作站']);
  expect(data.stations[1].assignments.map((one: { lawyer: { name: string } }) => one.lawyer.name)).toEqual([
    '欧阳平',
    '梁知秋',
    '梁知秋',
  ]);
  const statements = await database.statementsOf(() => ask(colleague, query));
  expect(statements).toHaveLength(4);
});

const COVERAGE = `query ($ids: [_Any!]!, $period: PeriodInput!) { _entities(representations: $ids) { ... on Institution {
  stations { id } coverageReport(period: $period) { period { from to } definition { zh en } requiredSeats coveredSeats rate } } } }`;
const institutions = (...ids: string[]) => ids.map((one) => ({ __typename: 'Institution', id: one }));
const period = { from: '2026-11-23', to: '2026-11-27' };

describe('coverage', () => {
  test('counts seats on working days', async () => {
    const { data } = await ask(colleague, COVERAGE, { ids: institutions(HERE), period });
    expect(data._entities[0].coverageReport).toMatchObject({ period, requiredSeats: 5, coveredSeats: 2, rate: 0.4 });
  });

  test('is null where nothing was required', async () => {
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
    expect(await database.statementsOf(() => ask(colleague, BY_HALF_DAY))).toHaveLength(4);
  });

  test('is not told to a lawyer from outside, who would count only themselves', async () => {
    const { errors } = await ask(lawyer, BY_HALF_DAY);
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  });

  test('by half-day is refused when the days end before they begin', async () => {
    const { errors } = await ask(colleague, `{ stations { coverage(from: "2026-11-24", to: "2026-11-23") { date } } }`);
    expect(errors[0].extensions).toMatchObject({ code: 'PERIOD_REVERSED', details: { field: 'to' } });
  });

  test('is read by a superior, in as many statements for all below as for one', async () => {
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

  test('is told to a reporter, who sees no name', async () => {
    const reporter = buildViewer(HERE, ['REPORTER'], { via: 'API_KEY' });
    const { data } = await ask(reporter, COVERAGE, { ids: institutions(HERE), period });
    expect(data._entities[0].coverageReport.rate).toBe(0.4);
    const { errors } = await ask(reporter, '{ lawyers { name } }');
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  });

  test.each([
    ['2026-11-27', '2026-11-23', 'PERIOD_REVERSED'],
    ['2000-01-01', '2026-11-23', 'PERIOD_TOO_LONG'],
  ])('from %s to %s is refused', async (from, to, code) => {
    const { errors } = await ask(colleague, COVERAGE, { ids: institutions(HERE), period: { from, to } });
    expect(errors[0].extensions).toMatchObject({ code, details: { field: 'period' } });
  });
});

test('a lawyer from outside sees themselves and their own duty', async () => {
  const { data } = await ask(
    lawyer,
    `{ lawyers { name firm { name } } station(id: "${HALL}") { assignments(${WEEK}) { id } } }`,
  );
  expect(data.lawyers).toEqual([{ name: '欧阳平', firm: { name: '北京某某律师事务所' } }]);
  expect(data.station.assignments).toEqual([{ id: SHIFT }]);
});

const DOORS = `{ station(id: "${HALL}") { name } lawyers { name } _entities(representations: [
  { __typename: "Station", id: "${HALL}" }, { __typename: "Lawyer", id: "${LIANG}" },
  { __typename: "LawFirm", id: "${FIRM}" }, { __typename: "Assignment", id: "${SHIFT}" },
  { __typename: "Institution", id: "${HERE}" }]) { __typename } }`;

test.each<[string, Viewer]>([
  ['of another institution', buildViewer(ELSEWHERE, ['LEADER'])],
  ['of an institution that is not set up', buildViewer(id(99), ['LEADER'])],
])('a stranger %s finds nothing at any door', async (_, stranger) => {
  const { data } = await ask(stranger, DOORS);
  expect(data).toEqual({ station: null, lawyers: [], _entities: [null, null, null, null, null] });
});

test('a lawyer finds no colleague at the reference door', async () => {
  const { data } = await ask(
    lawyer,
    `{ _entities(representations: [{ __typename: "Lawyer", id: "${LIANG}" },
      { __typename: "Assignment", id: "${id(42)}" }, { __typename: "Lawyer", id: "nonsense" }]) { __typename } }`,
  );
  expect(data._entities).toEqual([null, null, null]);
});

test('days that end before they begin are refused by field', async () => {
  const { errors } = await ask(
    colleague,
    `{ station(id: "${HALL}") { assignments(from: "2026-11-24", to: "2026-11-23") { id } } }`,
  );
  expect(errors[0].extensions).toMatchObject({ code: 'PERIOD_REVERSED', details: { field: 'to' } });
});
