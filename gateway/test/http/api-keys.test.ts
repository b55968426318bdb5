import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../../src/identity/accounts.ts';
import { CLERK, codeOf, PAGE_ID, REPORTER, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();

beforeAll(() => gateway.open({ keyMutations: ['rename'] }));
afterAll(() => gateway.close());

describe("a reporter's key", () => {
  let bearer: Record<string, string>;
  beforeAll(async () => {
    bearer = { authorization: `Bearer ${await createApiKey(gateway.accounts.auth, REPORTER, 'test', 30)}` };
  });

  test('asks what it likes, also about the schema', async () => {
    const response = await gateway.post('/graphql', { query: '{ me { id } __schema { queryType { name } } }' }, bearer);
    expect(await response.json()).toEqual({ data: { me: { id: 'ann' }, __schema: { queryType: { name: 'Query' } } } });
    expect(gateway.seenViewer).toMatchObject({ accountId: REPORTER, via: 'API_KEY' });
  });

  test('may only read', async () => {
    const query = 'mutation { rename(id: "ann", name: "x") { id } }';
    expect(await codeOf(await gateway.post('/graphql', { query }, bearer))).toBe('API_KEY_MAY_ONLY_READ');
  });

  test('is stored as a hash, and refused when wrong or expired', async () => {
    const rows = await gateway.rows('select key from identity.apikey');
    expect(rows.some(({ key }) => bearer.authorization?.includes(key))).toBe(false);
    expect(
      (await gateway.post('/graphql', { query: '{ me { id } }' }, { authorization: 'Bearer el_wrong' })).status,
    ).toBe(401);
    const old = await createApiKey(gateway.accounts.auth, REPORTER, 'old', 30);
    await gateway.rows(`update identity.apikey set "expiresAt" = now() - interval '1 day' where name = 'old'`);
    expect(
      (await gateway.post('/graphql', { query: '{ me { id } }' }, { authorization: `Bearer ${old}` })).status,
    ).toBe(401);
  });

  const deep = (levels: number) => `{ me ${'{ friends '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
  const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: me { id }`).join(' ')} }`;
  test.each([
    ['depth', deep(10), deep(11), 'DOCUMENT_TOO_DEEP'],
    ['aliases', aliases(30), aliases(31), 'DOCUMENT_TOO_MANY_ALIASES'],
    ['fields', `{ me { ${'id '.repeat(599)} } }`, `{ me { ${'id '.repeat(600)} } }`, 'DOCUMENT_TOO_COSTLY'],
    ['length', `{ me { id } }#${'x'.repeat(19_900)}`, `{ me { id } }#${'x'.repeat(20_000)}`, 'DOCUMENT_TOO_LONG'],
  ])('is held to a limit of %s', async (_, below, above, code) => {
    expect((await gateway.post('/graphql', { query: below }, bearer)).status).toBe(200);
    const refused = await gateway.post('/graphql', { query: above }, bearer);
    const body = (await refused.json()) as { errors: { extensions: { code: string; details: { limit: number } } }[] };
    expect(body.errors[0]?.extensions).toMatchObject({ code, details: { limit: expect.any(Number) } });
  });
});

describe('the key of another system, in the name of a clerk', () => {
  let bearer: Record<string, string>;
  beforeAll(async () => {
    bearer = { authorization: `Bearer ${await createApiKey(gateway.accounts.auth, CLERK, 'other system', 30)}` };
  });

  test('hands in what is open to keys', async () => {
    const query = 'mutation { rename(id: "ann", name: "x") { id } }';
    expect(await (await gateway.post('/graphql', { query }, bearer)).json()).toEqual({
      data: { rename: { id: 'ann' } },
    });
  });

  test.each([
    ['a query', { query: '{ me { id } }' }],
    ['a trusted document', { documentId: PAGE_ID }],
    ['the schema beside it', { query: 'mutation { rename(id: "ann", name: "x") { id } __typename }' }],
    [
      'a second operation',
      { query: 'mutation A { rename(id: "ann", name: "x") { id } } query B { me { id } }', operationName: 'B' },
    ],
  ])('reads nothing: %s is refused', async (_, body) => {
    expect(await codeOf(await gateway.post('/graphql', body, bearer))).toBe('DOCUMENT_NOT_TRUSTED');
  });
});
