import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiKeys } from '../../src/keys/api-keys.ts';
import { type Bearer, CLERK, codeOf, PAGE_ID, REPORTER, refusalOf, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();

beforeAll(() => gateway.open({ keyMutations: ['rename'] }));
afterAll(() => gateway.close());

const OWNER = { accountId: REPORTER, institutionId: REPORTER };
const ask = (bearer: Bearer) => gateway.post('/graphql', { query: '{ me { id } }' }, bearer);

describe("a reporter's key", () => {
  let bearer: Bearer;
  beforeAll(async () => {
    bearer = (await gateway.key(REPORTER)).bearer;
  });

  test('asks what it likes, also about the schema', async () => {
    const response = await gateway.post('/graphql', { query: '{ me { id } __schema { queryType { name } } }' }, bearer);
    expect(await response.json()).toMatchObject({
      data: { me: { id: 'ann' }, __schema: { queryType: { name: 'Query' } } },
    });
    expect(gateway.seenViewer).toMatchObject({ accountId: REPORTER, via: 'API_KEY' });
  });

  test('may only read', async () => {
    const query = 'mutation { rename(id: "ann", name: "x") { id } }';
    expect(await codeOf(await gateway.post('/graphql', { query }, bearer))).toBe('API_KEY_MAY_ONLY_READ');
  });

  test('is stored as a hash, and refused when wrong', async () => {
    const rows = await gateway.rows('select key_hash from identity.api_key');
    expect(rows.some(({ key_hash }) => bearer.authorization.includes(key_hash))).toBe(false);
    expect(await codeOf(await ask({ authorization: 'Bearer el_wrong' }))).toBe('UNAUTHENTICATED');
  });
});

describe("a reporter's key in the course of time", () => {
  test('is refused by name once expired, also the second time, and once revoked', async () => {
    const old = await gateway.key(REPORTER, { days: 1 });
    const before = gateway.now;
    gateway.now = new Date(gateway.now.getTime() + 86_400_000);
    expect(await codeOf(await ask(old.bearer))).toBe('API_KEY_EXPIRED');
    expect(await codeOf(await ask(old.bearer))).toBe('API_KEY_EXPIRED');
    gateway.now = before;
    const lost = await gateway.key(REPORTER);
    await new ApiKeys(gateway.accounts.pool).revoke(lost.id, { ...OWNER, now: gateway.now }, true);
    const refused = await ask(lost.bearer);
    expect(refused.status).toBe(401);
    expect(await refusalOf(refused)).toMatchObject({
      code: 'API_KEY_REVOKED',
      details: { revokedAt: expect.any(String) },
    });
  });

  test('makes as many requests an hour as it was given, and is told when the next may come', async () => {
    const { bearer: slow } = await gateway.key(REPORTER, { perHour: 2 });
    const answers = [await ask(slow), await ask(slow), await ask(slow)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.headers.get('retry-after')).toBe('3600');
    const details = { limit: 2, found: 3, seconds: 3600 };
    expect(await refusalOf(answers[2] as Response)).toMatchObject({ code: 'API_KEY_OVER_RATE', details });
    const before = gateway.now;
    gateway.now = new Date(before.getTime() + 3_600_000);
    expect((await ask(slow)).status).toBe(200);
    gateway.now = before;
  });

  test('opens nothing more when its holder reports no longer, and never what else the holder may do', async () => {
    const { bearer } = await gateway.key(REPORTER);
    await gateway.rows(`update roster.viewer_claim set roles = '{REPORTER,LEADER}' where account_id = $1`, [REPORTER]);
    await ask(bearer);
    expect(gateway.seenViewer?.roles).toEqual(['REPORTER']);
    await gateway.rows(`update roster.viewer_claim set roles = '{LEADER}' where account_id = $1`, [REPORTER]);
    expect(await codeOf(await ask(bearer))).toBe('API_KEY_HOLDER_GONE');
    await gateway.rows(`update roster.viewer_claim set roles = '{REPORTER}' where account_id = $1`, [REPORTER]);
  });
});

describe('a document of a reporter', () => {
  let bearer: Bearer;
  beforeAll(async () => {
    bearer = (await gateway.key(REPORTER)).bearer;
  });

  const deep = (levels: number) => `{ me ${'{ friends '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
  const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: me { id }`).join(' ')} }`;
  const people = (first: number) => `{ letters(first: ${first}) { author { friends { id } } } }`;
  test.each([
    ['depth', deep(4), deep(11), { code: 'DOCUMENT_TOO_DEEP', details: { limit: 12, found: 13 } }],
    ['aliases', aliases(30), aliases(31), { code: 'DOCUMENT_TOO_MANY_ALIASES', details: { limit: 30, found: 31 } }],
    [
      'fields',
      `{ me { ${'id '.repeat(599)} } }`,
      `{ me { ${'id '.repeat(600)} } }`,
      { code: 'DOCUMENT_TOO_MANY_FIELDS', details: { limit: 600, found: 601 } },
    ],
    [
      'tokens',
      `{ me { ${'id ,'.repeat(100)} } }`,
      `query { me { id } } ${'fragment F on Person { id } '.repeat(300)}`,
      { code: 'DOCUMENT_TOO_MANY_TOKENS', details: { limit: 2000, found: 2107 } },
    ],
    [
      'length',
      `{ me { id } }#${'x'.repeat(19_900)}`,
      `{ me { id } }#${'x'.repeat(20_000)}`,
      { code: 'DOCUMENT_TOO_LONG', details: { limit: 20_000, found: 20_014 } },
    ],
    ['cost', people(3000), people(5000), { code: 'DOCUMENT_TOO_COSTLY', details: { limit: 50_000, found: 60_001 } }],
  ])('is held to a limit of %s, which says by how much', async (_, below, above, refusal) => {
    expect((await gateway.post('/graphql', { query: below }, bearer)).status).toBe(200);
    expect(await refusalOf(await gateway.post('/graphql', { query: above }, bearer))).toMatchObject(refusal);
  });

  test('is held to a time, and told how long it took', async () => {
    const { gateway: hurried, at } = await gateway.start({ timeoutMs: 40 });
    gateway.whenAsked(() => new Promise((resolve) => setTimeout(resolve, 80)));
    const refused = await gateway.post('/graphql', { query: '{ me { id } }' }, bearer, at);
    gateway.whenAsked(undefined);
    await hurried.close();
    expect(refused.status).toBe(504);
    expect(await refusalOf(refused)).toMatchObject({ code: 'DOCUMENT_TOO_SLOW', details: { limit: 40 } });
  });

  test('is told its cost and its time', async () => {
    const answer = await gateway.post('/graphql', { query: '{ me { friends { id } } }' }, bearer);
    const extensions = { cost: 12, costLimit: 50_000, milliseconds: expect.any(Number) };
    expect(await answer.json()).toMatchObject({ extensions });
  });

  test('that cannot be read is refused at its line and column', async () => {
    const refused = await gateway.post('/graphql', { query: '{\n  me { }\n}' }, bearer);
    expect(await refusalOf(refused)).toMatchObject({ code: 'DOCUMENT_INVALID', details: { line: 2, column: 8 } });
  });
});

describe('the key of another system, in the name of a clerk', () => {
  let bearer: Bearer;
  beforeAll(async () => {
    bearer = (await gateway.key(CLERK, { scopes: ['INTAKE'] })).bearer;
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
