import { type Answer, buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ELSEWHERE, HERE, NINTH, SECOND } from './build.ts';
import { Desk } from './desk.ts';
import { dice, playHistory } from './figure-history.ts';
import { countPlainly, readStore, type Store } from './naive-figures.ts';

const CITY = '01900000-0000-7000-8000-000000000009';
const leader = buildViewer(HERE, ['LEADER']);
const desk = new Desk();
let store: Store;

beforeAll(async () => {
  await desk.open();
  await playHistory(desk, 20261123, 60);
  await plantCity();
  store = await readStore(desk);
}, 60_000);
afterAll(() => desk.close());

/** A city above both. */
async function plantCity(): Promise<void> {
  await desk.rows(
    `insert into petitions.office (institution_id, name, number_prefix, address, phone, complaints_department_id)
     values ($1, '某市人民检察院', '某检控申', '某路2号', '12309', $2)`,
    [CITY, NINTH],
  );
  for (const [table, columns] of [
    ['policy_pack', 'version, effective_from, content'],
    ['calendar_version', 'version, years, days_off, extra_workdays, received_at'],
  ]) {
    await desk.rows(
      `insert into petitions.${table} (institution_id, ${columns}) select $1, ${columns} from petitions.${table}
       where institution_id = $2`,
      [CITY, HERE],
    );
  }
  await desk.rows('update petitions.office set ancestor_ids = $1 where institution_id = any($2)', [
    [CITY],
    [HERE, ELSEWHERE],
  ]);
}

const QUERY = `query ($ids: [_Any!]!, $period: PeriodInput!, $keys: [ID!], $groupBy: PetitionGrouping,
    $scope: FigureScope, $compareWith: [FigureComparison!]) {
  _entities(representations: $ids) { ... on Institution { petitionReport(period: $period) {
    figures(keys: $keys, groupBy: $groupBy, scope: $scope, compareWith: $compareWith) {
      key institutionId group value numerator denominator isAtLeast listQuery missedListQuery policyVersion
      definition { name { zh } unit } period { from to } reachable { value numerator denominator }
      compared { comparison period { from to } value difference } } } } } }`;

async function ask(viewer: Viewer, variables: Record<string, unknown>, id = HERE): Promise<Answer> {
  const ids = [{ __typename: 'Institution', id }];
  return desk.ask(viewer, QUERY, { ids, scope: 'OWN', compareWith: [], period: { year: 2026 }, ...variables });
}

async function figures(viewer: Viewer, variables: Record<string, unknown>, id = HERE): Promise<Answer[]> {
  const { data, errors } = await ask(viewer, variables, id);
  expect(errors).toBeUndefined();
  return data._entities[0].petitionReport.figures;
}

const PLAIN = [
  'RECEIVED RECEIVED_FIRST RECEIVED_REPEAT RECEIVED_JOINT RECEIVED_ANONYMOUS SAME_DAY_RATE PROCEDURAL_RATE',
  'SUBSTANTIVE_RATE SUPERIOR_ORDERED SUPERIOR_RATE TRANSFERRED UNREACHABLE EXTENDED OBJECTED REPLIED REPLIED_LETTER',
  'RETURNED REACHED FOLLOW_UP_RATE',
].flatMap((line) => line.split(' '));

const PERIODS = [
  { year: 2026 },
  { quarter: '2026-Q3' },
  { month: '2026-10' },
  { from: '2026-02-27', to: '2026-07-31' },
];

describe('every figure is what a plain fold over the rows counts,', () => {
  test.each(PERIODS)('over %j', async (period) => {
    const found = await figures(leader, { keys: PLAIN, period });
    expect(found.map(({ key }) => key).sort()).toEqual([...PLAIN].sort());
    const here = store.petitions.filter((petition) => petition.institution_id === HERE);
    for (const { key, value, denominator, period: days } of found) {
      const within = (day: string | null) => day !== null && day >= days.from && day <= days.to;
      expect([key, { value, denominator }]).toEqual([key, countPlainly(key, here, store, within)]);
    }
  });

  test.each([
    ['CATEGORY', (petition: Answer) => petition.category],
    ['DEPARTMENT', (petition: Answer) => petition.handling_department_id ?? petition.receiving_department_id],
  ])('by %s', async (groupBy, groupOf) => {
    for (const { key, group, value, denominator } of await figures(leader, { keys: PLAIN, groupBy })) {
      const among = store.petitions.filter((one) => one.institution_id === HERE && groupOf(one) === group);
      const counted = countPlainly(key, among, store, (day) => day?.startsWith('2026') === true);
      expect([key, group, value, denominator]).toEqual([key, group, counted.value, counted.denominator]);
    }
  });

  test('month by month, wherever the database believes to be', async () => {
    for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
      await desk.rows(`alter role el_petitions set timezone = '${zone}'`);
      for (const { key, group, value } of await figures(leader, { keys: ['RECEIVED', 'EXTENDED'], groupBy: 'MONTH' })) {
        const here = store.petitions.filter((petition) => petition.institution_id === HERE);
        const counted = countPlainly(key, here, store, (day) => day?.startsWith(group) === true);
        expect([zone, key, group, value]).toEqual([zone, key, group, counted.value]);
      }
    }
    await desk.rows('alter role el_petitions reset timezone');
  });
});

/** Reads an address as the worklist page does. */
function filterOf(listQuery: string): Record<string, unknown> {
  const lists = ['channels', 'categories', 'tracks'];
  const entries = [...new URLSearchParams(listQuery)];
  return Object.fromEntries(entries.map(([name, value]) => [name, lists.includes(name) ? value.split(',') : value]));
}

async function listed(viewer: Viewer, listQuery: string): Promise<number> {
  const list = 'query ($filter: WorklistFilter) { worklist(filter: $filter) { totalCount } }';
  const { data, errors } = await desk.ask(viewer, list, { filter: filterOf(listQuery) });
  expect(errors).toBeUndefined();
  return data.worklist.totalCount;
}

test.each<[string, Viewer, number]>([
  ['a leader', leader, 7],
  ['a head of a department', buildViewer(HERE, ['DEPARTMENT_HEAD'], { departmentIds: [SECOND] }), 8],
])(
  'for %s a figure picked at random is as long as its list, and so is what its rate misses',
  async (_, viewer, seed) => {
    const die = dice(seed);
    for (const groupBy of [null, 'MONTH', 'CHANNEL', 'CATEGORY', 'TRACK', 'DEPARTMENT', 'HANDLER', 'AGE']) {
      const all = await figures(viewer, { groupBy, period: die.one(PERIODS) });
      const counted = all.filter(({ listQuery }) => listQuery !== '');
      expect(counted.length).toBeGreaterThan(0);
      for (const figure of Array.from({ length: 6 }, () => die.one(counted))) {
        const { key, group, value, denominator, numerator, listQuery, missedListQuery, definition } = figure;
        expect([key, group, await listed(viewer, listQuery)]).toEqual([key, group, denominator ?? value]);
        if (definition.unit !== 'RATE') continue;
        expect([key, group, await listed(viewer, missedListQuery)]).toEqual([key, group, denominator - numerator]);
      }
    }
  },
);

test('a city counts itself with all below it, and each of them, without a list', async () => {
  const above = buildViewer(CITY, ['LEADER']);
  const asked = { keys: ['RECEIVED', 'REPLIED'] };
  const [whole] = await figures(above, { ...asked, scope: 'WITH_CHILDREN' }, CITY);
  expect(whole).toMatchObject({ institutionId: CITY, value: 60, listQuery: '' });
  const each = await figures(above, { ...asked, scope: 'BY_CHILD' }, CITY);
  const received = each.filter(({ key }) => key === 'RECEIVED');
  expect(Object.fromEntries(received.map(({ institutionId, value }) => [institutionId, value]))).toEqual({
    [CITY]: 0,
    [HERE]: 48,
    [ELSEWHERE]: 12,
  });
});

test('a figure is compared with the time before and the same time of last year', async () => {
  const [received] = await figures(leader, {
    keys: ['RECEIVED'],
    period: { month: '2026-05' },
    compareWith: ['PREVIOUS', 'LAST_YEAR'],
  });
  const [april] = await figures(leader, { keys: ['RECEIVED'], period: { month: '2026-04' } });
  expect(received.compared).toEqual([
    {
      comparison: 'PREVIOUS',
      period: { from: '2026-04-01', to: '2026-04-30' },
      value: april?.value,
      difference: received.value - april?.value,
    },
    { comparison: 'LAST_YEAR', period: { from: '2025-05-01', to: '2025-05-31' }, value: 0, difference: received.value },
  ]);
});

describe('a reporter', () => {
  const reporter = buildViewer(HERE, ['REPORTER'], { via: 'API_KEY' });
  const byCategory = async (from: string, to: string) => {
    const found = await figures(reporter, { keys: ['RECEIVED'], groupBy: 'CATEGORY', period: { from, to } });
    return new Map(found.map(({ group, value }) => [group, value ?? 0]));
  };

  test('learns of no day and no small month by subtracting one period from another', async () => {
    const half = await byCategory('2026-01-01', '2026-06-30');
    for (const [from, to] of [
      ['2026-01-01', '2026-06-29'],
      ['2026-01-02', '2026-06-30'],
      ['2026-01-01', '2026-05-31'],
      ['2026-02-01', '2026-06-30'],
    ] as const) {
      const other = await byCategory(from, to);
      const differences = [...half].map(([group, value]) => value - (other.get(group) ?? 0));
      expect(differences.filter((difference) => difference !== 0 && difference < 5)).toEqual([]);
    }
  });

  test('reads how fast the office is, and few people of nobody', async () => {
    const found = await figures(reporter, { period: { month: '2026-10' } });
    const figure = (key: string) => found.find((one) => one.key === key);
    expect(figure('PROCEDURAL_RATE')?.isAtLeast).toBe(false);
    expect(figure('RECEIVED_ANONYMOUS')).toMatchObject({ value: null, isAtLeast: true });
    const above = await figures(buildViewer(CITY, ['REPORTER']), { keys: ['RECEIVED'], groupBy: 'CATEGORY' });
    expect(above.every(({ value, isAtLeast }) => value === null && isAtLeast)).toBe(true);
  });
});

test.each([
  [{ keys: ['NOTHING'] }, 'FIGURE_UNKNOWN', 'keys'],
  [{ period: { month: '2026-13' } }, 'PERIOD_UNCLEAR', 'period'],
  [{ period: { quarter: '2026' } }, 'PERIOD_UNCLEAR', 'period'],
  [{ period: { from: '2026-01-01' } }, 'PERIOD_UNCLEAR', 'period'],
])('%j is refused', async (variables, code, field) => {
  const { errors } = await ask(leader, variables);
  expect(errors[0].extensions).toMatchObject({ code, kind: 'INVALID', details: { field } });
});

test('nobody compares handlers but those over them, and a stranger reads no figure', async () => {
  const { errors } = await ask(buildViewer(HERE, ['CLERK'], { departmentIds: [NINTH] }), { groupBy: 'HANDLER' });
  expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  const { data } = await ask(buildViewer(ELSEWHERE, ['LEADER']), {});
  expect(data._entities).toEqual([null]);
});
