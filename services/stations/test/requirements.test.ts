import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { expect, test } from 'vitest';
import { ask, colleague, database, ELSEWHERE, HALL, HERE, openStations, WINDOW } from './build.ts';

openStations();

const STATION = `station { id version hall { name } requirementLines { id line halfDay lawyers weekdays specialties
  language effectiveFrom effectiveTo version } requirementExceptions(from: "2026-11-23", to: "2027-01-31") {
  id kind halfDay line lawyers fromDate toDate reason } }`;
const SAVE = `mutation ($input: RequirementLineInput!) { saveRequirementLine(input: $input) { ${STATION} } }`;
const EXCEPT = `mutation ($input: RequirementExceptionInput!) { addRequirementException(input: $input) { ${STATION} } }`;
const PREVIEW = `query ($stationId: ID!, $line: RequirementLineInput, $exception: RequirementExceptionInput) {
  requirementPreview(stationId: $stationId, line: $line, exception: $exception) {
    date halfDay requiredSeats coveredSeats requiredBefore } }`;
const line = (change = {}) => ({
  stationId: WINDOW,
  halfDays: ['MORNING', 'AFTERNOON'],
  lawyers: 2,
  specialties: ['CRIMINAL', 'CIVIL'],
  priority: 1,
  effectiveFrom: '2026-11-30',
  ...change,
});
const closing = (change = {}) => ({
  stationId: HALL,
  kind: 'CLOSE',
  fromDate: '2026-11-26',
  toDate: '2026-11-26',
  reason: '大厅检修',
  ...change,
});

test('a line for both half-days is added, then asks for fewer from a later day; its past stays as it was', async () => {
  const added = await ask(colleague, SAVE, { input: line({ weekdays: [1, 3], language: 'UYGHUR' }) });
  expect(added.errors).toBeUndefined();
  const [morning, afternoon] = added.data.saveRequirementLine.station.requirementLines;
  expect(morning).toMatchObject({ line: 1, halfDay: 'MORNING', lawyers: 2, weekdays: [1, 3], language: 'UYGHUR' });
  expect(afternoon).toMatchObject({ line: 1, halfDay: 'AFTERNOON', specialties: ['CRIMINAL', 'CIVIL'] });
  const change = { id: morning.id, version: morning.version, halfDays: ['MORNING'], effectiveFrom: '2026-12-14' };
  const changed = await ask(colleague, SAVE, { input: line({ ...change, lawyers: 1 }) });
  const versions = changed.data.saveRequirementLine.station.requirementLines.filter(
    ({ halfDay }: { halfDay: string }) => halfDay === 'MORNING',
  );
  expect(versions).toMatchObject([
    { lawyers: 2, effectiveFrom: '2026-11-30', effectiveTo: '2026-12-13' },
    { lawyers: 1, effectiveFrom: '2026-12-14', effectiveTo: null },
  ]);
  const again = await ask(colleague, SAVE, { input: line({ ...change, lawyers: 3 }) });
  expect(again.errors[0].extensions.code).toBe('REQUIREMENT_CHANGED');
  expect(
    await database.rows(`select content::jsonb->>'action' as action from stations.audit_entry order by sequence`),
  ).toEqual([{ action: 'ADD_REQUIREMENT' }, { action: 'CHANGE_REQUIREMENT' }]);
});

test('the preview shows eight weeks as they would be, and keeps nothing', async () => {
  const before = await database.rows('select count(*)::int from stations.coverage_requirement');
  const input = line({ stationId: HALL, halfDays: ['MORNING'], lawyers: 1, effectiveFrom: '2026-11-24' });
  const { data } = await ask(colleague, PREVIEW, { stationId: HALL, line: input });
  const [today, tomorrow] = data.requirementPreview;
  expect(today).toEqual({
    date: '2026-11-23',
    halfDay: 'MORNING',
    requiredSeats: 1,
    coveredSeats: 1,
    requiredBefore: 1,
  });
  expect(tomorrow).toMatchObject({ date: '2026-11-24', requiredSeats: 2, coveredSeats: 1, requiredBefore: 1 });
  expect(data.requirementPreview.at(-1).date).toBe('2027-01-15');
  expect(await database.rows('select count(*)::int from stations.coverage_requirement')).toEqual(before);
});

test('a day is closed only with a reason, stays in sight, and opens again when the closing is withdrawn', async () => {
  const COVERAGE = `{ station(id: "${HALL}") { coverage(from: "2026-11-26", to: "2026-11-26") {
    requiredSeats exceptionId } } }`;
  const unreasoned = await ask(colleague, EXCEPT, { input: closing({ reason: '  ' }) });
  expect(unreasoned.errors[0].extensions).toMatchObject({ code: 'TEXT_MISSING', details: { field: 'reason' } });
  const closed = await ask(colleague, EXCEPT, { input: closing() });
  const [exception] = closed.data.addRequirementException.station.requirementExceptions;
  expect(exception).toMatchObject({ kind: 'CLOSE', halfDay: null, reason: '大厅检修' });
  const shown = await ask(colleague, COVERAGE);
  expect(shown.data.station.coverage).toEqual([{ requiredSeats: 0, exceptionId: exception.id }]);
  const twice = await ask(colleague, EXCEPT, { input: closing() });
  expect(twice.errors[0].extensions.code).toBe('EXCEPTION_OVERLAPS');
  await ask(colleague, `mutation { withdrawRequirementException(id: "${exception.id}") { station { id } } }`);
  expect((await ask(colleague, COVERAGE)).data.station.coverage).toEqual([{ requiredSeats: 1, exceptionId: null }]);
});

test.each<[string, string, object, string, string]>([
  [
    'a line from a day gone by',
    SAVE,
    line({ effectiveFrom: '2026-11-20' }),
    'REQUIREMENT_IN_THE_PAST',
    'effectiveFrom',
  ],
  ['a line for nobody', SAVE, line({ lawyers: 0 }), 'LAWYERS_OUT_OF_RANGE', 'lawyers'],
  ['a line on no weekday', SAVE, line({ weekdays: [] }), 'REQUIREMENT_WEEKDAYS_INVALID', 'weekdays'],
  ['a line in no half-day', SAVE, line({ halfDays: [] }), 'HALF_DAY_MISSING', 'halfDays'],
  ['a line that ends before it begins', SAVE, line({ effectiveTo: '2026-11-29' }), 'PERIOD_REVERSED', 'effectiveTo'],
  ['a line of no station', SAVE, line({ stationId: ELSEWHERE }), 'STATION_NOT_FOUND', 'stationId'],
  ['an exception for days gone by', EXCEPT, closing({ fromDate: '2026-11-20' }), 'EXCEPTION_IN_THE_PAST', 'fromDate'],
  ['a raise of no line', EXCEPT, closing({ kind: 'RAISE', lawyers: 2 }), 'EXCEPTION_LINE_MISSING', 'line'],
  [
    'a raise that raises nothing',
    EXCEPT,
    closing({ kind: 'RAISE', line: 1, lawyers: 1 }),
    'EXCEPTION_CHANGES_NOTHING',
    'lawyers',
  ],
])('refused: %s', async (_, mutation, input, code, field) => {
  const { errors } = await ask(colleague, mutation, { input });
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
});

const STATION_INPUT = {
  name: '新窗口',
  kind: 'CONSULT_WINDOW',
  serviceKind: 'SUSPECT_DUTY',
  place: '二层',
  morningFrom: '09:00',
  morningTo: '12:00',
};
const SAVE_STATION = `mutation ($input: StationInput!) { saveStation(input: $input) { station { id version hall { name }
  morningTo afternoonFrom serviceKind } } }`;

test('a station is set up in a hall, changed by whoever read it last, and stays where somebody is to serve', async () => {
  const hall = await ask(
    colleague,
    `mutation { saveHall(input: { name: "东区大厅", address: "东路 1 号" }) { hall { id } } }`,
  );
  const hallId = hall.data.saveHall.hall.id;
  const added = await ask(colleague, SAVE_STATION, { input: { ...STATION_INPUT, hallId } });
  const { id, version } = added.data.saveStation.station;
  expect(added.data.saveStation.station).toMatchObject({ hall: { name: '东区大厅' }, afternoonFrom: null });
  const moved = await ask(colleague, SAVE_STATION, { input: { ...STATION_INPUT, id, version, name: '改名' } });
  expect(moved.data.saveStation.station.hall).toBeNull();
  const late = await ask(colleague, SAVE_STATION, { input: { ...STATION_INPUT, id, version } });
  expect(late.errors[0].extensions.code).toBe('STATION_CHANGED');
  const staffed = await ask(colleague, SAVE_STATION, { input: { ...STATION_INPUT, id: HALL, version: 1, hallId } });
  expect(staffed.errors[0].extensions.code).toBe('STATION_IS_STAFFED');
  const odd = await ask(colleague, SAVE_STATION, { input: { ...STATION_INPUT, morningTo: '08:00' } });
  expect(odd.errors[0].extensions).toMatchObject({ code: 'HOURS_INVALID', details: { field: 'morningFrom' } });
});

test.each<[string, Viewer, string]>([
  ['another office finds no station', buildViewer(ELSEWHERE, ['STATION_ADMINISTRATOR']), 'STATION_NOT_FOUND'],
  ['a leader sets up nothing', buildViewer(HERE, ['LEADER']), 'NOT_ALLOWED'],
])('%s', async (_, viewer, code) => {
  for (const [mutation, input] of [
    [SAVE, line({ stationId: HALL })],
    [EXCEPT, closing()],
  ] as const) {
    const { errors } = await ask(viewer, mutation, { input });
    expect(errors[0].extensions.code).toBe(code);
  }
});
