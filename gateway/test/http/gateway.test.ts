import { mkdtempSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NotFound } from '@everyletter/kit/errors';
import { strangerViewer, type Viewer } from '@everyletter/kit/viewer';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createExecutor } from '../../src/executor/executor.ts';
import type { Gateway } from '../../src/http/gateway.ts';
import { TrustedDocuments } from '../../src/operations/trusted-documents.ts';
import { supergraphSdl } from '../executor/fixture.ts';
import { codeOf, own, PAGE_ID, SHELF_ID, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();

beforeAll(() => gateway.open());
afterAll(() => gateway.close());

describe('a request is refused', () => {
  test.each<[string, unknown, string, number]>([
    ['without a session', { documentId: PAGE_ID }, 'UNAUTHENTICATED', 401],
    ['in a batch', [{ documentId: PAGE_ID }], 'BATCHING_NOT_ALLOWED', 400],
    ['that is no JSON', '{', 'BODY_INVALID', 400],
    ['of a wrong shape', { documentId: 7 }, 'BODY_INVALID', 400],
    ['of ten megabytes', JSON.stringify({ query: 'x'.repeat(10_000_000) }), 'BODY_TOO_LARGE', 413],
  ])('%s', async (_, body, code, status) => {
    const response = await gateway.post('/graphql', body);
    expect(response.status).toBe(status);
    expect(await codeOf(response)).toBe(code);
  });

  test('by GET', async () => {
    expect((await fetch(`${gateway.base}/graphql?query={me{id}}`)).status).toBe(405);
  });

  test('beyond the cap, with a word when to come back', async () => {
    const { gateway: full, at } = await gateway.start({ maxInFlight: 0 });
    const response = await gateway.post('/graphql', { documentId: PAGE_ID }, {}, at);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await codeOf(response)).toBe('OVERLOADED');
    expect((await fetch(`${at}/healthz`)).status).toBe(200);
    await full.close();
  });
});

describe('other sites', () => {
  const preflight = (origin: string) =>
    fetch(`${gateway.base}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });

  test('are allowed by their exact origin', async () => {
    const allowed = await preflight('https://reports.example');
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://reports.example');
  });

  test.each(['https://reports.example.evil', 'http://reports.example', 'null'])('%s is not', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).not.toBe(origin);
  });

  test('cannot frame us or run scripts of their own', async () => {
    const policy = (await fetch(`${gateway.base}/healthz`)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  });
});

describe('people without an account', () => {
  const documents = new TrustedDocuments(
    new Map([
      [SHELF_ID, 'query PublicShelf { shelf(first: 1) { totalCount } }'],
      [PAGE_ID, 'query Page { me { name } }'],
    ]),
    new Set([SHELF_ID]),
  );
  let open: { gateway: Gateway; at: string };
  beforeEach(async () => {
    open = await gateway.start({ documents });
  });
  afterEach(() => open.gateway.close());
  const ask = (body: object, headers: Record<string, string> = {}) => gateway.post('/graphql', body, headers, open.at);

  test('are answered the documents for strangers, without a cookie, and nothing else', async () => {
    const answer = await ask({ documentId: SHELF_ID });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await answer.json()).toHaveProperty('data.shelf.totalCount');
    for (const body of [
      { documentId: PAGE_ID },
      { documentId: 'nowhere' },
      { query: '{ shelf(first: 1) { totalCount } }' },
    ]) {
      const refused = await ask(body);
      expect([refused.status, await codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  test('and so is who is signed in: as a stranger, without a word to their session', async () => {
    const headers = own(await gateway.signIn());
    const used = async () => JSON.stringify(await gateway.rows('select * from identity.session order by 1'));
    const before = await used();
    gateway.now = new Date(gateway.now.getTime() + 60_000);
    const answer = await ask({ documentId: SHELF_ID }, headers);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    const { requestId = '' } = gateway.seenViewer ?? {};
    expect(gateway.seenViewer).toEqual(strangerViewer(requestId));
    expect(await used()).toBe(before);
  });

  test('forty times in ten minutes from one place, then told when to come back; others are not kept waiting', async () => {
    for (let tries = 0; tries < 40; tries += 1) expect((await ask({ documentId: SHELF_ID })).status).toBe(200);
    const refused = await ask({ documentId: SHELF_ID });
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(590);
    expect((await ask({ documentId: PAGE_ID }, own(await gateway.signIn()))).status).toBe(200);
    gateway.now = new Date(gateway.now.getTime() + 10 * 60_000);
    expect((await ask({ documentId: SHELF_ID })).status).toBe(200);
  });
});

test('a file goes to its subgraph with the viewer', async () => {
  const form = new FormData();
  form.set('file', new Blob(['12345']), 'ledger.csv');
  const headers = own(await gateway.signIn());
  const sent = await fetch(`${gateway.base}/files/petitions/ledger-imports`, { method: 'POST', body: form, headers });
  expect([sent.status, await sent.text()]).toEqual([201, 'petitions/ledger-imports 5 CLERK']);
  const read = await fetch(`${gateway.base}/files/petitions/replies/1.pdf`, { headers });
  expect(await read.text()).toBe('petitions/replies/1.pdf 0 CLERK');
  expect((await fetch(`${gateway.base}/files/petitions/replies/1.pdf`)).status).toBe(401);
});

test('a file of no subgraph is not found', async () => {
  const files = () => {
    throw new NotFound('FILE_NOT_FOUND');
  };
  const { gateway: other, at } = await gateway.start({ files });
  const answer = await fetch(`${at}/files/nobody/x`, { headers: own(await gateway.signIn()) });
  expect([answer.status, await codeOf(answer)]).toEqual([404, 'FILE_NOT_FOUND']);
  await other.close();
});

test('a path out of the site is not found', async () => {
  const siteDir = mkdtempSync(path.join(tmpdir(), 'site-'));
  writeFileSync(path.join(siteDir, 'index.html'), 'page');
  const { gateway: other, at } = await gateway.start({ siteDir });
  // Asked by the plain client: fetch would tidy the path up before sending it.
  const status = await new Promise((resolve, reject) => {
    get(new URL(at), { path: '/assets/../../../etc/passwd' }, (answer) => resolve(answer.resume().statusCode)).on(
      'error',
      reject,
    );
  });
  expect(status).toBe(404);
  await other.close();
});

test('operators see that it lives, is ready, and how it does', async () => {
  await gateway.post('/graphql', { documentId: PAGE_ID, operationName: 'Page' }, own(await gateway.signIn()));
  expect((await fetch(`${gateway.base}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${gateway.base}/readyz`)).json()).toEqual({
    status: 'ready',
    identity: true,
    subgraphs: true,
  });
  const metrics = await (await fetch(`${gateway.base}/metrics`)).text();
  expect(metrics).toContain('everyletter_operation_seconds_count{operation="Page",outcome="ok"}');
});

test('metrics are told on this machine only, or to whoever shows the token', async () => {
  const { gateway: open, at } = await gateway.start({ metricsToken: 'a token of a collector' });
  const statusOf = async (base: string, headers: Record<string, string>) =>
    (await fetch(`${base}/metrics`, { headers })).status;
  expect(await statusOf(gateway.base, { 'x-forwarded-for': '10.0.0.9' })).toBe(404);
  expect(await statusOf(at, {})).toBe(404);
  expect(await statusOf(at, { authorization: 'Bearer another' })).toBe(404);
  const shown = { authorization: 'Bearer a token of a collector', 'x-forwarded-for': '10.0.0.9' };
  expect(await statusOf(at, shown)).toBe(200);
  await open.close();
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
      return gateway.transport(...args);
    },
  });
  const { gateway: draining, at } = await gateway.start({ executor: slow });
  const cookie = await gateway.signIn();
  const answer = gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie), at);
  while (!release) await new Promise((resolve) => setTimeout(resolve, 5));
  const closing = draining.close();
  release();
  expect((await answer).status).toBe(200);
  await closing;
  await expect(fetch(`${at}/healthz`)).rejects.toThrow();
});
