import type { Answer } from '@everyletter/kit/testing';
import { buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aLetter, clerk, ELSEWHERE, HERE, NINTH, register, SECOND } from './build.ts';
import { Desk } from './desk.ts';

const CITY = '01900000-0000-7000-8000-000000000009';
const leader = buildViewer(HERE, ['LEADER']);
const reporter = buildViewer(HERE, ['REPORTER'], { via: 'API_KEY' });
const YEAR = { from: '2026-01-01', to: '2026-12-31' };

const desk = new Desk();

beforeAll(async () => {
  await desk.open();
  await register(desk.database, [
    ...letters(6, { receivedOn: localDate('2026-03-02') }),
    ...letters(7, { receivedOn: localDate('2026-09-01'), channel: 'ONLINE', category: 'CIVIL_SUPERVISION' }),
    ...letters(3, { receivedOn: localDate('2026-10-20'), category: 'SUGGESTION' }),
    ...letters(2, { receivedOn: localDate('2026-10-21'), identityKind: 'ANONYMOUS', category: 'REPORT' }),
    ...letters(4, { receivedOn: localDate('2026-11-20') }),
    aLetter({ receivedOn: localDate('2025-12-31') }),
  ]);
  await register(desk.database, letters(2, { receivedOn: localDate('2026-11-20') }), ELSEWHERE);
  await playOn();
});
afterAll(() => desk.close());

function letters(count: number, change: Parameters<typeof aLetter>[0]) {
  return Array.from({ length: count }, () => aLetter(change));
}

/** March: answered in time but for one late reply; September: one unreachable, in another department; else nothing. */
async function playOn(): Promise<void> {
  await desk.rows(
    `update petitions.petition set procedural_stopped_on = procedural_due_on where received_on = '2026-03-02'`,
  );
  await desk.rows(`update petitions.petition set procedural_stopped_on = procedural_due_on + 1 where id =
    (select id from petitions.petition where received_on = '2026-03-02' order by id limit 1)`);
  await desk.rows(
    `update petitions.matter set substantive_stopped_on = substantive_due_on where opened_on = '2026-03-02'`,
  );
  await desk.rows(
    `update petitions.petition set handling_department_id = $1, procedural_stopped_on = received_on
    where received_on = '2026-09-01'`,
    [SECOND],
  );
  await desk.rows(`update petitions.petition set unreachable_on = '2026-09-10', procedural_stopped_on = null where id =
    (select id from petitions.petition where received_on = '2026-09-01' order by id limit 1)`);
  await desk.rows(
    `insert into petitions.office (institution_id, name, number_prefix, address, phone,
    complaints_department_id) values ($1, '某市人民检察院', '某检控申', '某路2号', '12309', $2)`,
    [CITY, NINTH],
  );
  await desk.rows(
    `insert into petitions.policy_pack select $1, version, effective_from, content
    from petitions.policy_pack where institution_id = $2`,
    [CITY, HERE],
  );
  await desk.rows(
    `insert into petitions.calendar_version select $1, version, years, days_off, extra_workdays, received_at
    from petitions.calendar_version where institution_id = $2`,
    [CITY, HERE],
  );
  await desk.rows('update petitions.office set ancestor_ids = $1 where institution_id = $2', [[CITY], HERE]);
}

const REPORT = `period { from to } policyVersion received { value listQuery definition { code name { zh en } } }
  receivedByChannel { channel value listQuery } receivedByCategory { category value isAtLeast listQuery }
  procedural { ...rate } substantive { ...rate } overdueNow { value listQuery }
  trend { month received proceduralInTime substantiveInTime } ageing { bucket value listQuery }`;
const RATE = `fragment rate on RateFigure { numerator strictDenominator reachableNumerator reachableDenominator
  strictRate reachableRate listQuery missedListQuery definition { words { zh en } } }`;
const QUERY = `query ($ids: [_Any!]!, $period: PeriodInput!) {
  _entities(representations: $ids) { ... on Institution { id petitionReport(period: $period) { ${REPORT} } } } } ${RATE}`;

const representation = (id: string) => ({ __typename: 'Institution', id });

async function reportOf(viewer: Viewer, { ids = [HERE], period = YEAR } = {}) {
  const answer = await desk.ask(viewer, QUERY, { ids: ids.map(representation), period });
  return { ...answer, report: answer.data?._entities[0]?.petitionReport };
}

test('a leader reads the year', async () => {
  const { report, errors } = await reportOf(leader);
  expect(errors).toBeUndefined();
  expect(report.received).toMatchObject({ value: 22, definition: { code: 'RECEIVED' } });
  expect(report.procedural).toMatchObject({
    numerator: 11,
    strictDenominator: 18,
    reachableNumerator: 11,
    reachableDenominator: 15,
    strictRate: 11 / 18,
    reachableRate: 11 / 15,
  });
  expect(report.substantive).toMatchObject({ numerator: 6, strictDenominator: 6, strictRate: 1, reachableRate: 1 });
  expect(report.overdueNow.value).toBe(7);
  expect(report.trend).toHaveLength(12);
  expect(report.trend[2]).toEqual({ month: '2026-03', received: 6, proceduralInTime: 5, substantiveInTime: 6 });
  expect(report.ageing.map(({ value }: { value: number }) => value)).toEqual([4, 0, 5, 7, 1]);
});

test('nothing due gives no rate', async () => {
  const { report } = await reportOf(leader, { period: { from: '2020-01-01', to: '2020-01-31' } });
  expect(report.procedural).toMatchObject({ strictDenominator: 0, strictRate: null, reachableRate: null });
  expect(report.received.value).toBe(0);
});

/** Reads an address as the worklist page does. */
function filterOf(listQuery: string): Record<string, unknown> {
  const lists = ['channels', 'categories'];
  const entries = [...new URLSearchParams(listQuery)];
  return Object.fromEntries(entries.map(([name, value]) => [name, lists.includes(name) ? value.split(',') : value]));
}

describe('every figure agrees with the list behind it, for', () => {
  test.each<[string, Viewer]>([
    ['a leader', leader],
    ['a clerk of the complaints department', clerk],
    ['a head of another department', buildViewer(HERE, ['DEPARTMENT_HEAD'], { departmentIds: [SECOND] })],
  ])('%s', async (_, viewer) => {
    const { report } = await reportOf(viewer);
    const figures: [string, number, string][] = [
      ['received', report.received.value, report.received.listQuery],
      ['overdueNow', report.overdueNow.value, report.overdueNow.listQuery],
    ];
    for (const name of ['procedural', 'substantive']) {
      const { strictDenominator, numerator, listQuery, missedListQuery } = report[name];
      figures.push([name, strictDenominator, listQuery]);
      figures.push([`${name} missed`, strictDenominator - numerator, missedListQuery]);
    }
    for (const one of report.receivedByChannel) figures.push([one.channel, one.value, one.listQuery]);
    for (const one of report.receivedByCategory) figures.push([one.category, one.value, one.listQuery]);
    for (const one of report.ageing) figures.push([one.bucket, one.value, one.listQuery]);
    for (const [name, value, listQuery] of figures) {
      const { data } = await desk.ask(
        viewer,
        'query ($filter: WorklistFilter) { worklist(filter: $filter) { totalCount } }',
        {
          filter: filterOf(listQuery),
        },
      );
      expect([name, data.worklist.totalCount]).toEqual([name, value]);
    }
  });
});

test('a reporter’s key counts the institution, small categories withheld, and opens no petition', async () => {
  const { report, errors } = await reportOf(reporter);
  expect(errors).toBeUndefined();
  expect(report.received.value).toBe(22);
  const byCategory = Object.fromEntries(
    report.receivedByCategory.map(({ category, value, isAtLeast }: Answer) => [category, [value, isAtLeast]]),
  );
  expect(byCategory).toMatchObject({
    CRIMINAL_APPEAL: [6, true],
    CIVIL_SUPERVISION: [7, true],
    SUGGESTION: [null, true],
    REPORT: [null, true],
  });
  const list = await desk.ask(reporter, '{ worklist { totalCount } }');
  expect(list.errors[0].extensions.code).toBe('NOT_ALLOWED');
});

describe('a superior', () => {
  const above = buildViewer(CITY, ['LEADER']);

  test('counts an institution below without a list', async () => {
    const { report, errors } = await reportOf(above);
    expect(errors).toBeUndefined();
    expect(report.received).toMatchObject({ value: 22, listQuery: '' });
    expect(report.overdueNow.value).toBe(7);
    const { data } = await desk.ask(above, '{ worklist { totalCount } }');
    expect(data.worklist.totalCount).toBe(0);
  });

  test('reads its own, with many below, in as many statements as one', async () => {
    await reportOf(above, { ids: [CITY, HERE] });
    const one = await desk.database.statementsOf(() => reportOf(above));
    const statements = await desk.database.statementsOf(() => reportOf(above, { ids: [HERE, ELSEWHERE] }));
    expect(one.length).toBeLessThanOrEqual(4);
    expect(statements).toHaveLength(one.length);
  });
});

describe('a stranger finds no report:', () => {
  test.each<[string, Viewer]>([
    ['a leader of another institution', buildViewer(ELSEWHERE, ['LEADER'])],
    ['a reporter of another institution', buildViewer(ELSEWHERE, ['REPORTER'])],
    ['an institution that is not set up', buildViewer('01900000-0000-7000-8000-0000000000ff', ['LEADER'])],
  ])('%s', async (_, stranger) => {
    const { data } = await reportOf(stranger, { ids: [HERE, CITY, 'nonsense'] });
    expect(data._entities).toEqual([null, null, null]);
  });

  test.each(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'MEDIATOR', 'DUTY_LAWYER'] as const)(
    'the role %s',
    async (role) => {
      const { report, errors } = await reportOf(buildViewer(HERE, [role]));
      expect(report).toBeUndefined();
      expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
    },
  );
});

test('the service itself cannot read a petition through the figures', async () => {
  const service = new pg.Client(desk.database.urlOf('petitions'));
  await service.connect();
  const { fields, rowCount } = await service.query('select * from petitions.report_fact');
  await service.end();
  expect(rowCount).toBe(0);
  expect(fields.map(({ name }) => name).filter((name) => /sealed|index|number|^id$|subject/.test(name))).toEqual([]);
});

describe('bad input is refused by field and reason:', () => {
  test.each([
    ['2026-11-24', '2026-11-23', 'PERIOD_REVERSED', 'period.to'],
    ['2010-01-01', '2026-01-01', 'PERIOD_TOO_LONG', 'period'],
  ])('%s to %s', async (from, to, code, field) => {
    const { errors } = await reportOf(leader, { period: { from, to } });
    expect(errors[0].extensions).toMatchObject({ code, kind: 'INVALID', details: { field } });
  });

  test.each([
    ['figure: "NOTHING"', 'FIGURE_UNKNOWN', 'filter.figure'],
    ['figure: "RECEIVED", figureFrom: "2026-02-02", figureTo: "2026-02-01"', 'PERIOD_REVERSED', 'filter.figureTo'],
  ])('{ %s }', async (filter, code, field) => {
    const { errors } = await desk.ask(leader, `{ worklist(filter: { ${filter} }) { totalCount } }`);
    expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  });
});

test.each([
  ['RUNNING', 4],
  ['DUE_SOON', 0],
  ['OVERDUE', 7],
  ['STOPPED', 12],
  ['NOT_STARTED', 0],
])('the procedural clock %s lists %i', async (state, found) => {
  const { data } = await desk.ask(leader, `{ worklist(filter: { proceduralState: ${state} }) { totalCount } }`);
  expect(data.worklist.totalCount).toBe(found);
});

test('anyone signed in reads what a figure means', async () => {
  const { data } = await desk.ask(
    buildViewer(HERE, ['MEDIATOR']),
    `{ figureDefinitions { code words { zh en } }
       _entities(representations: [{ __typename: "FigureDefinition", code: "OVERDUE_NOW" },
         { __typename: "FigureDefinition", code: "NONE" }]) { ... on FigureDefinition { name { zh } } } }`,
  );
  expect(data.figureDefinitions).toHaveLength(32);
  expect(data._entities).toEqual([{ name: { zh: '目前逾期' } }, null]);
});
