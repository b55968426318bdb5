import { createHmac } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identityMigrations } from '../../migrations/list.ts';
import { createExecutor } from '../../src/executor/executor.ts';
import { createInProcessTransport } from '../../src/executor/transports/in-process.ts';
import { createGateway, type Gateway } from '../../src/http/gateway.ts';
import type { GatewayOptions } from '../../src/http/gateway-options.ts';
import { createAccount, createApiKey } from '../../src/identity/accounts.ts';
import { type Auth, createAuth } from '../../src/identity/auth.ts';
import { TrustedDocuments } from '../../src/operations/trusted-documents.ts';
import { localSubgraphs, supergraphSdl } from '../executor/fixture.ts';
import { rosterStandIn } from './roster-stand-in.ts';

const SECRET = 'a secret of thirty-two characters';
const CLERK = '01900000-0000-7000-8000-0000000000c1';
const REPORTER = '01900000-0000-7000-8000-0000000000e1';
const PASSWORD = 'correct horse battery';
const PAGE = 'query Page { me { name } }';
const PAGE_ID = 'page-hash';

let database: TestDatabase;
let pool: pg.Pool;
let owner: pg.Pool;
let auth: Auth;
let gateway: Gateway;
let base: string;
let now = new Date();
let seenViewer: Viewer | undefined;

const transport = createInProcessTransport<Viewer>(localSubgraphs, 1000);
const executor = createExecutor<Viewer>({
  supergraphSdl,
  isPublicCode: () => false,
  transport: (name, request, viewer, signal) => {
    seenViewer = viewer;
    return transport(name, request, viewer, signal);
  },
});

function options(change: Partial<GatewayOptions> = {}): GatewayOptions {
  return {
    executor,
    files: async (subgraph, { path, body }, viewer) => ({
      status: body ? 201 : 200,
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from(`${subgraph}/${path} ${body?.length ?? 0} ${viewer.roles}`),
    }),
    auth,
    identityPool: pool,
    sessionSecret: SECRET,
    publicUrl: 'http://localhost:4000',
    allowedOrigins: ['https://reports.example'],
    documents: new TrustedDocuments(new Map([[PAGE_ID, PAGE]])),
    siteDir: null,
    demoAccounts: [],
    secondFactor: 'OFF',
    subgraphsReady: async () => true,
    clock: () => now,
    log: { error: () => {} } as never,
    ...change,
  };
}

beforeAll(async () => {
  database = await testDatabase([rosterStandIn, identityMigrations]);
  owner = new pg.Pool({ connectionString: database.ownerUrl });
  pool = new pg.Pool({ connectionString: database.urlOf('identity'), options: '-c search_path=identity' });
  auth = createAuth({ pool, secret: SECRET, publicUrl: 'http://localhost:4000' });
  await createAccount(pool, { accountId: CLERK, email: 'clerk@x.example', password: PASSWORD, displayName: '林静' });
  await createAccount(pool, {
    accountId: REPORTER,
    email: 'reporter@x.example',
    password: PASSWORD,
    displayName: '报表',
  });
  await owner.query(
    `insert into roster.viewer_claim values ($1, $1, '林静', '{CLERK}'), ($2, $1, '报表', '{REPORTER}')`,
    [CLERK, REPORTER],
  );
  gateway = await createGateway(options());
  base = `http://127.0.0.1:${await gateway.listen(0, '127.0.0.1')}`;
});
afterAll(async () => {
  await gateway.close();
  await pool.end();
  await owner.end();
  await database.stop();
});

function post(path: string, body: unknown, headers: Record<string, string> = {}, at = base) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(at + path, { method: 'POST', body: text, headers: { 'content-type': 'application/json', ...headers } });
}

async function signIn(email = 'clerk@x.example'): Promise<string> {
  const response = await post('/auth/sign-in/email', { email, password: PASSWORD });
  expect(response.status).toBe(200);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

const own = (cookie: string) => ({ cookie, 'x-everyletter': '1' });

async function codeOf(response: Response): Promise<string> {
  const body = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return body.errors[0]?.extensions.code ?? '';
}

describe('a session', () => {
  test('carries the viewer to the subgraphs, and a document by its hash', async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/^everyletter=/);
    const response = await post('/graphql', { documentId: PAGE_ID, operationName: 'Page' }, own(cookie));
    expect(await response.json()).toEqual({ data: { me: { name: 'ANN' } } });
    expect(response.headers.get('x-request-id')).toBe(seenViewer?.requestId);
    expect(seenViewer).toMatchObject({ accountId: CLERK, roles: ['CLERK'], via: 'SESSION' });
  });

  test('is known by a cookie that cannot be made up', async () => {
    const cookie = `everyletter=${encodeURIComponent(`made-up.${createHmac('sha256', 'other').update('made-up').digest('base64')}`)}`;
    expect(await codeOf(await post('/graphql', { documentId: PAGE_ID }, own(cookie)))).toBe('UNAUTHENTICATED');
  });

  test('ends with signing out', async () => {
    const cookie = await signIn();
    expect((await post('/auth/sign-out', {}, { ...own(cookie), origin: 'http://localhost:4000' })).status).toBe(200);
    expect(await codeOf(await post('/graphql', { documentId: PAGE_ID }, own(cookie)))).toBe('UNAUTHENTICATED');
  });

  test('ends after half an hour unused, and after twelve hours in any case', async () => {
    const cookie = await signIn();
    const ask = async (minutes: number) => {
      now = new Date(Date.now() + minutes * 60_000);
      return (await post('/graphql', { documentId: PAGE_ID }, own(cookie))).status;
    };
    expect(await ask(29)).toBe(200);
    expect(await ask(58)).toBe(200);
    expect(await ask(90)).toBe(401);
    now = new Date();
    const other = await signIn();
    for (let minutes = 0; minutes < 719; minutes += 25) {
      now = new Date(Date.now() + minutes * 60_000);
      expect((await post('/graphql', { documentId: PAGE_ID }, own(other))).status).toBe(200);
    }
    now = new Date(Date.now() + 721 * 60_000);
    expect((await post('/graphql', { documentId: PAGE_ID }, own(other))).status).toBe(401);
    now = new Date();
  });

  test('feels a changed role and a lock at once', async () => {
    const cookie = await signIn();
    await owner.query(`update roster.viewer_claim set roles = '{CLERK,HANDLER}' where account_id = $1`, [CLERK]);
    await post('/graphql', { documentId: PAGE_ID }, own(cookie));
    expect(seenViewer?.roles).toEqual(['CLERK', 'HANDLER']);
    await owner.query('update roster.viewer_claim set disabled = true where account_id = $1', [CLERK]);
    expect((await post('/graphql', { documentId: PAGE_ID }, own(cookie))).status).toBe(401);
    await owner.query(`update roster.viewer_claim set disabled = false, roles = '{CLERK}' where account_id = $1`, [
      CLERK,
    ]);
  });

  test('cannot be used by a page of another site', async () => {
    const cookie = await signIn();
    expect(await codeOf(await post('/graphql', { documentId: PAGE_ID }, { cookie }))).toBe('CSRF_HEADER_MISSING');
  });
});

describe('signing in', () => {
  test('stores passwords by Argon2id', async () => {
    const { rows } = await owner.query('select password from identity.account');
    for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$/);
  });

  test('answers the same for a wrong password and for nobody', async () => {
    const wrong = await post('/auth/sign-in/email', { email: 'reporter@x.example', password: 'no such password' });
    const nobody = await post('/auth/sign-in/email', { email: 'nobody@x.example', password: 'no such password' });
    expect(await codeOf(wrong)).toBe('SIGN_IN_REFUSED');
    expect(await codeOf(nobody)).toBe('SIGN_IN_REFUSED');
    expect(wrong.status).toBe(nobody.status);
  });

  test('locks an address after five failures, even for the right password', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      await post('/auth/sign-in/email', { email: 'reporter@x.example', password: 'no such password' });
    }
    const right = await post('/auth/sign-in/email', { email: 'reporter@x.example', password: PASSWORD });
    expect(await codeOf(right)).toBe('SIGN_IN_REFUSED');
    now = new Date(Date.now() + 16 * 60_000);
    expect((await post('/auth/sign-in/email', { email: 'reporter@x.example', password: PASSWORD })).status).toBe(200);
    now = new Date();
  });

  test('is not offered to strangers', async () => {
    const response = await post('/auth/sign-up/email', { email: 'new@x.example', password: PASSWORD, name: 'x' });
    expect(response.status).toBeGreaterThanOrEqual(400);
    const { rowCount } = await owner.query(`select 1 from identity."user" where email = 'new@x.example'`);
    expect(rowCount).toBe(0);
  });
});

describe("a reporter's key", () => {
  let bearer: Record<string, string>;
  beforeAll(async () => {
    bearer = { authorization: `Bearer ${await createApiKey(auth, REPORTER, 'test', 30)}` };
  });

  test('asks what it likes, also about the schema', async () => {
    const response = await post('/graphql', { query: '{ me { id } __schema { queryType { name } } }' }, bearer);
    expect(await response.json()).toEqual({ data: { me: { id: 'ann' }, __schema: { queryType: { name: 'Query' } } } });
    expect(seenViewer).toMatchObject({ accountId: REPORTER, via: 'API_KEY' });
  });

  test('may only read', async () => {
    const query = 'mutation { rename(id: "ann", name: "x") { id } }';
    expect(await codeOf(await post('/graphql', { query }, bearer))).toBe('API_KEY_MAY_ONLY_READ');
  });

  test('is stored as a hash, and refused when wrong or expired', async () => {
    const { rows } = await owner.query('select key from identity.apikey');
    expect(rows.some(({ key }) => bearer.authorization?.includes(key))).toBe(false);
    expect((await post('/graphql', { query: '{ me { id } }' }, { authorization: 'Bearer el_wrong' })).status).toBe(401);
    const old = await createApiKey(auth, REPORTER, 'old', 30);
    await owner.query(`update identity.apikey set "expiresAt" = now() - interval '1 day' where name = 'old'`);
    expect((await post('/graphql', { query: '{ me { id } }' }, { authorization: `Bearer ${old}` })).status).toBe(401);
  });

  const deep = (levels: number) => `{ me ${'{ friends '.repeat(levels)}{ id }${' }'.repeat(levels)} }`;
  const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, at) => `a${at}: me { id }`).join(' ')} }`;
  test.each([
    ['depth', deep(10), deep(11), 'DOCUMENT_TOO_DEEP'],
    ['aliases', aliases(30), aliases(31), 'DOCUMENT_TOO_MANY_ALIASES'],
    ['fields', `{ me { ${'id '.repeat(599)} } }`, `{ me { ${'id '.repeat(600)} } }`, 'DOCUMENT_TOO_COSTLY'],
    ['length', `{ me { id } }#${'x'.repeat(19_900)}`, `{ me { id } }#${'x'.repeat(20_000)}`, 'DOCUMENT_TOO_LONG'],
  ])('is held to a limit of %s', async (_, below, above, code) => {
    expect((await post('/graphql', { query: below }, bearer)).status).toBe(200);
    const refused = await post('/graphql', { query: above }, bearer);
    const body = (await refused.json()) as { errors: { extensions: { code: string; details: { limit: number } } }[] };
    expect(body.errors[0]?.extensions).toMatchObject({ code, details: { limit: expect.any(Number) } });
  });
});

describe('the application’s people', () => {
  test('may send only its own documents', async () => {
    const cookie = await signIn();
    expect(await codeOf(await post('/graphql', { query: '{ me { id } }' }, own(cookie)))).toBe('DOCUMENT_NOT_TRUSTED');
    expect(await codeOf(await post('/graphql', { documentId: 'other' }, own(cookie)))).toBe('DOCUMENT_NOT_TRUSTED');
  });

  test('may send documents of their own in the demo profile, but not ask about the schema', async () => {
    const demo = await createGateway(
      options({ demoAccounts: [{ email: '', password: '', displayName: '', role: '' }] }),
    );
    const at = `http://127.0.0.1:${await demo.listen(0, '127.0.0.1')}`;
    const cookie = await signIn();
    const asked = await post('/graphql', { query: '{ me { id } }' }, own(cookie), at);
    expect(await asked.json()).toEqual({ data: { me: { id: 'ann' } } });
    const schema = await post('/graphql', { query: '{ __schema { types { name } } }' }, own(cookie), at);
    expect(await codeOf(schema)).toBe('INTROSPECTION_NOT_ALLOWED');
    await demo.close();
  });
});

describe('a request is refused', () => {
  test.each<[string, unknown, string, number]>([
    ['without a session', { documentId: PAGE_ID }, 'UNAUTHENTICATED', 401],
    ['in a batch', [{ documentId: PAGE_ID }], 'BATCHING_NOT_ALLOWED', 400],
    ['that is no JSON', '{', 'BODY_INVALID', 400],
    ['of a wrong shape', { documentId: 7 }, 'BODY_INVALID', 400],
    ['of ten megabytes', JSON.stringify({ query: 'x'.repeat(10_000_000) }), 'BODY_TOO_LARGE', 413],
  ])('%s', async (_, body, code, status) => {
    const response = await post('/graphql', body);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  test('by GET', async () => {
    expect((await fetch(`${base}/graphql?query={me{id}}`)).status).toBe(405);
  });

  test('beyond the cap, with a word when to come back', async () => {
    const full = await createGateway(options({ maxInFlight: 0 }));
    const at = `http://127.0.0.1:${await full.listen(0, '127.0.0.1')}`;
    const response = await post('/graphql', { documentId: PAGE_ID }, {}, at);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await codeOf(response)).toBe('OVERLOADED');
    expect((await fetch(`${at}/healthz`)).status).toBe(200);
    await full.close();
  });
});

describe('other sites', () => {
  const preflight = (origin: string) =>
    fetch(`${base}/graphql`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } });

  test('are allowed by their exact origin', async () => {
    const allowed = await preflight('https://reports.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://reports.example');
  });

  test.each(['https://reports.example.evil', 'http://reports.example', 'null'])('%s is not', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).not.toBe(origin);
  });

  test('cannot frame us or run scripts of their own', async () => {
    const policy = (await fetch(`${base}/healthz`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
});

test('a file goes to its subgraph with the viewer', async () => {
  const form = new FormData();
  form.set('file', new Blob(['12345']), 'ledger.csv');
  const headers = own(await signIn());
  const sent = await fetch(`${base}/files/petitions/ledger-imports`, { method: 'POST', body: form, headers });
  expect([sent.status, await sent.text()]).toEqual([201, 'petitions/ledger-imports 5 CLERK']);
  const read = await fetch(`${base}/files/petitions/replies/1.pdf`, { headers });
  expect(await read.text()).toBe('petitions/replies/1.pdf 0 CLERK');
  expect((await fetch(`${base}/files/petitions/replies/1.pdf`)).status).toBe(401);
});

test('operators see that it lives, is ready, and how it does', async () => {
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${base}/readyz`)).json()).toEqual({ status: 'ready', identity: true, subgraphs: true });
  const metrics = await (await fetch(`${base}/metrics`)).text();
  expect(metrics).toContain('everyletter_operation_seconds_count{operation="Page",outcome="ok"}');
});

test('a request in flight is finished before the gateway stops', async () => {
  let release: (() => void) | undefined;
  const slow = createExecutor<Viewer>({
    supergraphSdl,
    isPublicCode: () => false,
    transport: async (...args) => {
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return transport(...args);
    },
  });
  const draining = await createGateway(options({ executor: slow }));
  const at = `http://127.0.0.1:${await draining.listen(0, '127.0.0.1')}`;
  const cookie = await signIn();
  const answer = post('/graphql', { documentId: PAGE_ID }, own(cookie), at);
  while (!release) await new Promise((resolve) => setTimeout(resolve, 5));
  const closing = draining.close();
  release();
  expect((await answer).status).toBe(200);
  await closing;
  await expect(fetch(`${at}/healthz`)).rejects.toThrow();
});
