import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { expect, test } from 'vitest';
import {
  ask,
  colleague,
  database,
  ELSEWHERE,
  FIRM,
  HALL,
  HERE,
  id,
  LIANG,
  lawyer,
  openStations,
  SHIFT,
  WEEK,
} from './build.ts';

openStations();

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
  expect(statements).toHaveLength(5);
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
