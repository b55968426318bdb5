import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../src/identity/accounts.ts';
import { codeOf, own, PASSWORD, REPORTER, refusalOf, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();
const SECURITY = '01900000-0000-7000-8000-0000000000d1';
const STRANGER = '01900000-0000-7000-8000-0000000000f1';
const WANTED = { name: '月报', scopes: ['PETITIONS'], perHour: 60, days: 90 };
let reporter: Record<string, string>;
let security: Record<string, string>;
let stranger: Record<string, string>;

beforeAll(async () => {
  await gateway.open();
  await gateway.rows(`insert into roster.viewer_claim values
    ('${SECURITY}', '${REPORTER}', '安全', '{SECURITY_ADMINISTRATOR}'), ('${STRANGER}', '${STRANGER}', '外院', '{REPORTER}')`);
  for (const [accountId, name] of [
    [SECURITY, 'security'],
    [STRANGER, 'stranger'],
  ] as const) {
    const account = { accountId, email: `${name}@x.example`, password: PASSWORD, displayName: name };
    await createAccount(gateway.accounts.pool, account);
  }
  reporter = own(await gateway.signIn('reporter@x.example'));
  security = own(await gateway.signIn('security@x.example'));
  stranger = own(await gateway.signIn('stranger@x.example'));
});
afterAll(() => gateway.close());

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly lastUsedAt: string | null;
  readonly canRevoke: boolean;
}

async function listed(headers: Record<string, string>): Promise<Listed[]> {
  const response = await fetch(`${gateway.base}/auth/api-keys`, { headers });
  return ((await response.json()) as { keys: Listed[] }).keys;
}
const make = async (change: object = {}, headers = reporter) => {
  const response = await gateway.post('/auth/api-keys', { ...WANTED, ...change }, headers);
  return (await response.json()) as { id: string; secret: string };
};
const ask = (secret: string) =>
  gateway.post('/graphql', { query: '{ me { id } }' }, { authorization: `Bearer ${secret}` });
const actions = async (subjectId: string) =>
  (await gateway.rows('select content from identity.audit_entry order by sequence'))
    .map(({ content }) => JSON.parse(content))
    .filter((fact) => fact.subjectId === subjectId)
    .map(({ action, actorId }) => [action, actorId]);

test('a reporter makes a key, sees it once, uses it, and the list says when', async () => {
  const { id, secret } = await make();
  expect((await ask(secret)).status).toBe(200);
  const [shown] = await listed(reporter);
  expect(shown).toMatchObject({ id, name: '月报', state: 'ACTIVE', lastUsedAt: expect.any(String) });
  expect(JSON.stringify(shown)).not.toContain(secret);
  expect(await actions(id)).toEqual([['CREATE_API_KEY', REPORTER]]);
});

test('rotated, both open until the overlap is over, then only the new one', async () => {
  const old = await make({ name: '轮换' });
  const response = await gateway.post(`/auth/api-keys/${old.id}/rotate`, { overlapDays: 7, days: 90 }, reporter);
  const fresh = (await response.json()) as { id: string; secret: string };
  expect([(await ask(old.secret)).status, (await ask(fresh.secret)).status]).toEqual([200, 200]);
  expect(await actions(old.id)).toEqual([
    ['CREATE_API_KEY', REPORTER],
    ['ROTATE_API_KEY', REPORTER],
  ]);
  const again = await gateway.post(`/auth/api-keys/${old.id}/rotate`, { overlapDays: 7, days: 90 }, reporter);
  expect(await codeOf(again)).toBe('API_KEY_NOT_IN_FORCE');
  const before = gateway.now;
  gateway.now = new Date(before.getTime() + 7 * 86_400_000);
  expect(await codeOf(await ask(old.secret))).toBe('API_KEY_EXPIRED');
  expect((await ask(fresh.secret)).status).toBe(200);
  gateway.now = before;
});

test('the security administrator sees the keys of the institution and revokes one, but makes none', async () => {
  const { id, secret } = await make({ name: '泄露' });
  expect((await listed(security)).map(({ name }) => name)).toContain('泄露');
  expect((await gateway.post(`/auth/api-keys/${id}/revoke`, {}, security)).status).toBe(200);
  expect(await codeOf(await ask(secret))).toBe('API_KEY_REVOKED');
  expect(await actions(id)).toContainEqual(['REVOKE_API_KEY', SECURITY]);
  expect(await codeOf(await gateway.post('/auth/api-keys', WANTED, security))).toBe('NOT_ALLOWED');
});

test('a reporter elsewhere neither sees nor touches it; a clerk and a key have no keys', async () => {
  const { id, secret } = await make({ name: '本院' });
  expect(await listed(stranger)).toEqual([]);
  for (const change of ['rotate', 'revoke']) {
    const response = await gateway.post(`/auth/api-keys/${id}/${change}`, { overlapDays: 0, days: 1 }, stranger);
    expect(await codeOf(response)).toBe('API_KEY_NOT_FOUND');
  }
  const clerk = own(await gateway.signIn());
  expect(await codeOf(await gateway.post('/auth/api-keys', WANTED, clerk))).toBe('NOT_ALLOWED');
  const bearer = { authorization: `Bearer ${secret}` };
  expect(await codeOf(await gateway.post('/auth/api-keys', { ...WANTED, name: 'more' }, bearer))).toBe('NOT_ALLOWED');
});

test.each([
  [{ name: '' }, 'TEXT_TOO_SHORT', 'name'],
  [{ name: '月报' }, 'API_KEY_NAME_TAKEN', 'name'],
  [{ scopes: ['INTAKE'] }, 'API_KEY_SCOPES_INVALID', 'scopes'],
  [{ scopes: [] }, 'API_KEY_SCOPES_INVALID', 'scopes'],
  [{ perHour: 3601 }, 'NUMBER_OUT_OF_RANGE', 'perHour'],
  [{ days: 366 }, 'NUMBER_OUT_OF_RANGE', 'days'],
  [{ days: '9' }, 'NUMBER_OUT_OF_RANGE', 'days'],
])('%j is refused by code and field, and makes nothing', async (change, code, field) => {
  const before = (await listed(reporter)).length;
  const response = await gateway.post('/auth/api-keys', { ...WANTED, name: 'other', ...change }, reporter);
  expect(await refusalOf(response)).toMatchObject({ code, details: { field } });
  expect((await listed(reporter)).length).toBe(before);
});
