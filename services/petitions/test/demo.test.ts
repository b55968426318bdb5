import type { Service } from '@everyletter/kit/service';
import { ask as askService, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LoadedPetitions, loadPetitionsDemo } from '../demo/load.ts';
import { petitionsService } from '../src/service.ts';
import { CLERK_ID, HERE, NINTH, SECOND, testKeys } from './build.ts';

/** The whole demo, at full size. */
const LOADING_MS = 180_000;
const HEAD_ID = '01900000-0000-7000-8000-000000000025';
const leader = buildViewer(HERE, ['LEADER']);

let database: TestDatabase;
let petitions: Service;
let loaded: LoadedPetitions;

beforeAll(async () => {
  database = await testDatabase([petitionsService]);
  loaded = await load();
  petitions = await database.start(petitionsService, { clock: () => new Date('2026-11-23T04:00:00Z'), keys: testKeys });
}, LOADING_MS);
afterAll(() => database.stop());

function load(): Promise<LoadedPetitions> {
  return loadPetitionsDemo({
    ownerUrl: database.ownerUrl,
    keys: testKeys,
    today: localDate('2026-11-23'),
    office: {
      institutionId: HERE,
      name: '某区人民检察院',
      numberPrefix: '海检控申',
      address: '某路1号',
      phone: '12309',
      complaintsDepartmentId: NINTH,
      ancestorIds: [],
    },
    departments: [
      { id: NINTH, name: '第九检察部', headId: HEAD_ID, categories: [], handlerIds: [CLERK_ID] },
      { id: SECOND, name: '第一检察部', headId: HEAD_ID, categories: ['CRIMINAL_APPEAL'], handlerIds: [CLERK_ID] },
    ],
    clerkIds: [CLERK_ID],
  });
}

const ask = (query: string) => askService(petitions, leader, query);

const report = (period: string, fields: string) =>
  `{ _entities(representations: [{ __typename: "Institution", id: "${HERE}" }]) {
    ... on Institution { petitionReport(period: ${period}) { ${fields} } } } }`;
const REPLAY = '{ from: "2016-01-01", to: "2022-12-31" }';

test('the reception of 2016 to 2022: 6,645 letters and 44,775 online petitions, every one answered in time', async () => {
  const rate = 'numerator strictDenominator reachableDenominator strictRate reachableRate missedListQuery';
  const { data, errors } = await ask(
    report(
      REPLAY,
      `received { value } receivedByChannel { channel value } procedural { ${rate} } substantive { ${rate} }`,
    ),
  );
  expect(errors).toBeUndefined();
  const { received, receivedByChannel, procedural, substantive } = data._entities[0].petitionReport;
  const channels = Object.fromEntries(
    receivedByChannel.map(({ channel, value }: { channel: string; value: number }) => [channel, value]),
  );
  expect(received.value).toBe(51_420);
  expect(channels).toEqual({
    LETTER: 6645,
    ONLINE: 44_775,
    VISIT: 0,
    PHONE: 0,
    FAX: 0,
    SUPERIOR_ASSIGNED: 0,
    TRANSFERRED_IN: 0,
  });
  const everyOne = { numerator: 51_420, strictDenominator: 51_420, reachableDenominator: 51_420, strictRate: 1 };
  expect(procedural).toMatchObject({ ...everyOne, reachableRate: 1 });
  expect(substantive).toMatchObject({ ...everyOne, reachableRate: 1 });
});

test('the present has something under every tab', async () => {
  const { data } = await ask(
    '{ worklistCounts { all dueToday dueSoon overdue untriaged returned superior answered } }',
  );
  const { all, dueToday, ...tabs } = data.worklistCounts;
  expect(all).toBe(loaded.added);
  for (const count of Object.values(tabs)) expect(count).toBeGreaterThan(0);
});

test(
  'loading again adds nothing',
  async () => {
    expect(await load()).toEqual({ ...loaded, added: 0 });
  },
  LOADING_MS,
);

test('the whole report over everything costs at most four statements', async () => {
  const query = report(
    '{ from: "2016-01-01", to: "2025-12-31" }',
    'received { value } receivedByCategory { category value } trend { month received } overdueNow { value } ageing { value }',
  );
  const statements = await database.statementsOf(() => ask(query));
  expect(statements.length).toBeLessThanOrEqual(4);
});

test('no letter is in clear', async () => {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query(
    `select count(*)::int as clear from petitions.petition p where p::text like '%恳请依法审查%'`,
  );
  await owner.end();
  expect(rows[0].clear).toBe(0);
});

test('the letters of the present can be read and printed', async () => {
  const page = '{ worklist(first: 20, filter: { view: ANSWERED, receivedFrom: "2026-06-01" }) { edges { node { number';
  const letter = 'id kind state body letterNumber verificationCode approvedBy { id } checks { passed }';
  const { data, errors } = await ask(`${page} replies { ${letter} } } } } }`);
  expect(errors).toBeUndefined();
  const [node] = data.worklist.edges.map((edge: { node: unknown }) => edge.node);
  expect(node.replies.map(({ kind, state }: Record<string, string>) => [kind, state])).toEqual([
    ['PROCEDURAL', 'DISPATCHED'],
    ['RESULT', 'DISPATCHED'],
  ]);
  expect(node.replies[0].body).toContain(node.number);
  expect(node.replies[0].body).not.toContain('【');
  expect(node.replies[1].verificationCode).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  const officer = { ...leader, staffId: HEAD_ID };
  const { status } = await petitions.files(
    { method: 'GET', path: `replies/${node.replies[1].id}/letter.pdf` },
    officer,
  );
  expect(status).toBe(200);
});
