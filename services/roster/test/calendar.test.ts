import type { Service } from '@everyletter/kit/service';
import { ask as askService, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRosterDemo } from '../demo/load.ts';
import { HOME, INSTITUTIONS } from '../demo/people.ts';
import { rosterService } from '../src/service.ts';

const [SUPREME] = INSTITUTIONS;
const clerk = buildViewer(HOME, ['CLERK']);

let database: TestDatabase;
let roster: Service;

beforeAll(async () => {
  database = await testDatabase([rosterService]);
  await loadRosterDemo(database.ownerUrl, localDate('2026-11-23'));
  await loadRosterDemo(database.ownerUrl, localDate('2026-12-01'));
  roster = await database.start(rosterService, { clock: () => new Date('2026-11-23T04:00:00Z') });
});
afterAll(() => database.stop());

const ask = (viewer: Viewer, query: string) => askService(roster, viewer, query);

test('2026 has 248 working days, six of them made up', async () => {
  const { data } = await ask(
    clerk,
    '{ workingDays(from: "2026-01-01", to: "2026-12-31") { date kind working provisional } }',
  );
  const days: { date: string; kind: string; working: boolean; provisional: boolean }[] = data.workingDays;
  expect(days).toHaveLength(365);
  expect(days.filter(({ working }) => working)).toHaveLength(248);
  expect(days.filter(({ kind }) => kind === 'EXTRA_WORKDAY').map(({ date }) => date)).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ]);
  expect(days.some(({ provisional }) => provisional)).toBe(false);
});

test('a day names the notice it follows; one of an unpublished year says that it is a guess', async () => {
  const { data } = await ask(
    buildViewer(HOME, ['MEDIATOR']),
    `{ workingDays(from: "2026-12-31", to: "2027-01-01") { provisional source }
       workingCalendar { version lastPublishedYear publishedYears sources { year title publishedOn } } }`,
  );
  expect(data.workingDays[0]).toEqual({ provisional: false, source: '国务院办公厅关于2026年部分节假日安排的通知' });
  expect(data.workingDays[1]).toMatchObject({ provisional: true });
  expect(data.workingCalendar).toMatchObject({ version: 1, lastPublishedYear: 2026 });
  expect(data.workingCalendar.publishedYears).toHaveLength(23);
  expect(data.workingCalendar.sources.at(-1)).toMatchObject({ year: 2026, publishedOn: '2025-11-04' });
});

const RECEPTION =
  '{ receptionDays(from: "2026-11-23", to: "2026-12-06") { id date halfDay place leader { name title } } }';

test('leaders receive in turn on Wednesdays, morning and afternoon', async () => {
  const { data, errors } = await ask(clerk, RECEPTION);
  expect(errors).toBeUndefined();
  const days: { date: string; halfDay: string; leader: { name: string } }[] = data.receptionDays;
  expect(days.map(({ date, halfDay }) => `${date} ${halfDay}`)).toEqual([
    '2026-11-25 MORNING',
    '2026-11-25 AFTERNOON',
    '2026-12-02 MORNING',
    '2026-12-02 AFTERNOON',
  ]);
  expect(days[0]?.leader.name).toBe(days[1]?.leader.name);
  expect(days[0]?.leader.name).not.toBe(days[2]?.leader.name);
  expect(await database.statementsOf(() => ask(clerk, RECEPTION))).toHaveLength(2);
});

test('a stranger finds no reception day at any door', async () => {
  const { data: known } = await ask(clerk, RECEPTION);
  const stranger = buildViewer(SUPREME.id, ['LEADER']);
  const { data } = await ask(
    stranger,
    `{ receptionDays(from: "2026-11-23", to: "2026-12-06") { id } _entities(representations: [
      { __typename: "ReceptionDay", id: "${known.receptionDays[0].id}" },
      { __typename: "ReceptionDay", id: "nonsense" }]) { __typename } }`,
  );
  expect(data).toEqual({ receptionDays: [], _entities: [null, null] });
});

test('an institution that is not set up has no calendar', async () => {
  const { errors } = await ask(
    buildViewer('01900000-0000-7000-8000-0000000000ff', ['LEADER']),
    '{ workingCalendar { version } }',
  );
  expect(errors[0].extensions).toMatchObject({ code: 'CALENDAR_NOT_FOUND', kind: 'NOT_FOUND' });
});

describe('bad input is refused by field and reason:', () => {
  test.each(['workingDays', 'receptionDays'])('%s', async (query) => {
    const refusal = async (from: string, to: string) =>
      (await ask(clerk, `{ ${query}(from: "${from}", to: "${to}") { date } }`)).errors[0].extensions;
    expect(await refusal('2026-11-24', '2026-11-23')).toMatchObject({
      code: 'PERIOD_REVERSED',
      details: { field: 'to' },
    });
    expect(await refusal('2020-01-01', '2026-11-23')).toMatchObject({ code: 'DAYS_TOO_MANY', kind: 'INVALID' });
    expect(await refusal('2026-02-30', '2026-11-23')).toMatchObject({ code: 'DATE_INVALID' });
  });
});
