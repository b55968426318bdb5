import type { Service } from '@everyletter/kit/service';
import { ask as askService, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rosterService } from '../src/service.ts';

const CITY = '01900000-0000-7000-8000-000000000001';
const DISTRICT = '01900000-0000-7000-8000-000000000002';
const OTHER = '01900000-0000-7000-8000-000000000003';
const NINTH = '01900000-0000-7000-8000-000000000011';
const PROCURATOR = '01900000-0000-7000-8000-000000000021';

let database: TestDatabase;
let roster: Service;

beforeAll(async () => {
  database = await testDatabase([rosterService]);
  await plant();
  roster = await database.start(rosterService, { clock: () => new Date('2026-11-23T16:30:00Z') });
});
afterAll(() => database.stop());

async function plant(): Promise<void> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const institutions = [
    [CITY, '某市人民检察院', '市', 'MUNICIPAL', null, '{}'],
    [DISTRICT, '某区人民检察院', '海', 'DISTRICT', CITY, `{${CITY}}`],
    [OTHER, '邻区人民检察院', '邻', 'DISTRICT', CITY, `{${CITY}}`],
  ];
  for (const row of institutions) {
    await owner.query('insert into roster.institution values ($1, $1, $2, $3, $4, $5, $6)', row);
  }
  await owner.query(`insert into roster.department values ($1, $2, '第九检察部', 'COMPLAINTS_AND_APPEALS', $3)`, [
    NINTH,
    DISTRICT,
    PROCURATOR,
  ]);
  await owner.query(`insert into roster.staff values ($1, $2, $3, '林静', '检察官', null)`, [
    PROCURATOR,
    DISTRICT,
    NINTH,
  ]);
  await owner.query(`insert into roster.role_grant values ($1, $2, $1, 'HANDLER', $1)`, [PROCURATOR, DISTRICT]);
  await owner.end();
}

const ask = (viewer: Viewer, query: string) => askService(roster, viewer, query);

const handler = buildViewer(DISTRICT, ['HANDLER'], { staffId: PROCURATOR, departmentIds: [NINTH] });

test('a handler sees themselves, their department and their institution', async () => {
  const { data } = await ask(
    handler,
    '{ viewer { roles institution { shortName level parent { id } } staff { name roles department { name head { name } } } departments { kind } } }',
  );
  expect(data.viewer).toEqual({
    roles: ['HANDLER'],
    institution: { shortName: '海', level: 'DISTRICT', parent: null },
    staff: { name: '林静', roles: ['HANDLER'], department: { name: '第九检察部', head: { name: '林静' } } },
    departments: [{ kind: 'COMPLAINTS_AND_APPEALS' }],
  });
});

test('the day is the day in Shanghai', async () => {
  const { data } = await ask(handler, `{ institution(id: "${DISTRICT}") { today } }`);
  expect(data.institution.today).toBe('2026-11-24');
});

test('institutions are seen down the tree, never up or across', async () => {
  const city = await ask(buildViewer(CITY, ['LEADER']), '{ institutions { id children { id } } }');
  expect(city.data.institutions).toHaveLength(3);
  const district = await ask(handler, '{ institutions { id } }');
  expect(district.data.institutions).toEqual([{ id: DISTRICT }]);
});

describe('a stranger of another institution', () => {
  const stranger = buildViewer(OTHER, ['HANDLER']);

  test('finds nothing at the query door', async () => {
    const { data } = await ask(
      stranger,
      `{ institution(id: "${DISTRICT}") { name } staffMember(id: "${PROCURATOR}") { name } }`,
    );
    expect(data).toEqual({ institution: null, staffMember: null });
  });

  test('finds nothing at the reference door', async () => {
    const { data } = await ask(
      stranger,
      `{ _entities(representations: [
        { __typename: "Staff", id: "${PROCURATOR}" }, { __typename: "Department", id: "${NINTH}" },
        { __typename: "Institution", id: "${DISTRICT}" }]) { __typename } }`,
    );
    expect(data._entities).toEqual([null, null, null]);
  });
});

test('an outside person may not list the staff', async () => {
  const { data, errors } = await ask(
    buildViewer(DISTRICT, ['MEDIATOR']),
    `{ institution(id: "${DISTRICT}") { name } staffMember(id: "${PROCURATOR}") { name } }`,
  );
  expect(data).toEqual({ institution: { name: '某区人民检察院' }, staffMember: null });
  expect(errors[0].extensions).toMatchObject({ code: 'NOT_ALLOWED', kind: 'FORBIDDEN', requestId: 'test-request' });
});

test.each(['not-an-id', "'; drop table roster.staff; --", ''])(
  'an impossible id %j is simply not found',
  async (id) => {
    const { data, errors } = await ask(handler, `{ staffMember(id: ${JSON.stringify(id)}) { name } }`);
    expect(data.staffMember).toBeNull();
    expect(errors).toBeUndefined();
  },
);

test('a document that does not fit the schema is refused without echoing it', async () => {
  const answer = await ask(handler, '{ staffMember(id: 1.5) { name } secretName }');
  expect(answer.errors[0].extensions.code).toBe('DOCUMENT_INVALID');
  expect(JSON.stringify(answer)).not.toContain('secretName');
});

test('the service role cannot see past row-level security', async () => {
  const { data } = await ask(
    buildViewer('01900000-0000-7000-8000-0000000000ff', ['LEADER']),
    '{ institutions { id } }',
  );
  expect(data.institutions).toEqual([]);
});
