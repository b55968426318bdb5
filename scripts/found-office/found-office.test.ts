import { identityMigrations } from '@everyletter/gateway/migrations/list';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { petitionsService } from '@everyletter/petitions/service';
import { rosterService } from '@everyletter/roster/service';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVICES } from '../serve/services.ts';
import { foundOffice } from './found-office.ts';
import { readOffice, valuesOf } from './office-options.ts';

const NOW = new Date('2026-11-23T01:00:00Z');
const GIVEN = {
  name: '某市人民检察院',
  'short-name': '某',
  level: 'MUNICIPAL',
  'number-prefix': '某检控申',
  address: '某市某路1号',
  phone: '12309',
  'system-administrator': '蒋明澈 <system@office.example>',
  'security-administrator': '丁守成 <Security@office.example>',
  auditor: '魏自清 <auditor@office.example>',
};

let database: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  database = await testDatabase([...SERVICES, identityMigrations]);
  owner = new pg.Client(database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.stop();
});

const countOf = async (table: string) => Number((await owner.query(`select count(*) as n from ${table}`)).rows[0].n);

test('an office founded has three administrators with one role each, none where letters are read', async () => {
  const accounts = await foundOffice(database.ownerUrl, readOffice(GIVEN), NOW);
  expect(accounts.map(({ role, email }) => [role, email])).toEqual([
    ['SYSTEM_ADMINISTRATOR', 'system@office.example'],
    ['SECURITY_ADMINISTRATOR', 'security@office.example'],
    ['AUDITOR', 'auditor@office.example'],
  ]);
  expect(new Set(accounts.map(({ oneTimePassword }) => oneTimePassword)).size).toBe(3);
  const { rows } = await owner.query(
    `select c.roles, d.kind from roster.viewer_claim c join roster.department d on d.id = any(c.department_ids)`,
  );
  expect(rows).toHaveLength(3);
  expect(rows.every(({ roles, kind }) => roles.length === 1 && kind === 'GENERAL_OFFICE')).toBe(true);
  expect(await countOf('identity.one_time_password')).toBe(3);
  const { rows: written } = await owner.query('select content::jsonb as fact from identity.audit_entry');
  expect(written.map(({ fact }) => fact.action)).toEqual(['FOUND_OFFICE']);
});

test('it counts days and gives its name from the first day on', async () => {
  const { rows } = await owner.query('select id from roster.institution where name = $1', [GIVEN.name]);
  const viewer = buildViewer(rows[0].id, ['SYSTEM_ADMINISTRATOR']);
  const petitions = await database.start(petitionsService, { clock: () => NOW });
  const roster = await database.start(rosterService, { clock: () => NOW });
  const limit = await petitions.execute(
    { query: '{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-09-24") { dueOn provisional } }' },
    viewer,
  );
  expect(limit).toMatchObject({ data: { timeLimit: { dueOn: '2026-10-08', provisional: false } } });
  const place = await roster.execute(
    { query: '{ viewer { institution { name shortName departments { kind } } } }' },
    viewer,
  );
  expect(JSON.parse(JSON.stringify(place)).errors).toBeUndefined();
});

test('what is taken is named, and a refused founding leaves nothing', async () => {
  const again = foundOffice(database.ownerUrl, readOffice(GIVEN), NOW);
  await expect(again).rejects.toThrow(/name: .* is taken[\s\S]*number-prefix: [\s\S]*auditor: /);
  const elsewhere = { ...GIVEN, name: '另一人民检察院', 'number-prefix': '另检控申' };
  await expect(foundOffice(database.ownerUrl, readOffice(elsewhere), NOW)).rejects.toThrow('security@office.example');
  expect(await countOf('roster.institution')).toBe(1);
  expect(await countOf('identity."user"')).toBe(3);
});

test.each([
  ['name', ''],
  ['level', 'COUNTY'],
  ['number-prefix', '某检\u200b控申'],
  ['auditor', '魏自清'],
  ['auditor', GIVEN['system-administrator']],
])('--%s=%j is refused by name', (option, value) => {
  expect(() => readOffice({ ...GIVEN, [option]: value })).toThrow(option);
});

test('every missing option is named at once, and one there is not is refused', () => {
  expect(() => readOffice({})).toThrow(/name: is missing[\s\S]*address: is missing[\s\S]*auditor: is missing/);
  expect(() => valuesOf(['--nickname=x'])).toThrow('--short-name');
  expect(valuesOf(['--short-name=某'])).toEqual({ 'short-name': '某' });
});
