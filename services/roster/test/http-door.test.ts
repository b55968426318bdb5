import { generateKeyPairSync } from 'node:crypto';
import { createLog } from '@everyletter/kit/log';
import { type SubgraphServer, serveSubgraph } from '@everyletter/kit/subgraph-server';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { signViewerToken, VIEWER_HEADER, ViewerTokens } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rosterService } from '../src/service.ts';

const HOME = '01900000-0000-7000-8000-000000000001';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').privateKey;
const viewer = buildViewer(HOME, ['CLERK']);
const OPERATION = JSON.stringify({ query: '{ viewer { institution { shortName } } }' });
const SDL = JSON.stringify({ query: '{ _service { sdl } }' });
const ENTITIES = JSON.stringify({
  query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Institution { shortName } } }',
  variables: { r: [{ __typename: 'Institution', id: HOME }] },
});

let database: TestDatabase;
let server: SubgraphServer;

beforeAll(async () => {
  database = await testDatabase([rosterService]);
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query("insert into roster.institution values ($1, $1, '某区人民检察院', '海', 'DISTRICT', null, '{}')", [
    HOME,
  ]);
  await owner.end();
  server = await serveSubgraph({
    service: await database.start(rosterService),
    schema: rosterService.buildSchema().schema,
    tokens: new ViewerTokens('roster', publicKey),
    log: createLog('test', 'silent'),
  });
});
afterAll(async () => {
  await server.close();
  await database.stop();
});

interface Answer {
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function post(body: string, token?: string) {
  const headers = { 'content-type': 'application/json', ...(token ? { [VIEWER_HEADER]: token } : {}) };
  const answer = await fetch(`http://127.0.0.1:${server.port}/graphql`, { method: 'POST', headers, body });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

const codeOf = ({ body }: { readonly body: Answer }) => body.errors?.[0]?.extensions.code;

test.each([OPERATION, SDL, ENTITIES])('answers nothing without a viewer token: %s', async (body) => {
  const refused = await post(body);
  expect(refused.status).toBe(401);
  expect(codeOf(refused)).toBe('VIEWER_TOKEN_MISSING');
});

test.each([OPERATION, SDL, ENTITIES])('answers the bearer of a token for it: %s', async (body) => {
  const { status, body: answer } = await post(body, await signViewerToken(viewer, 'roster', body, privateKey));
  expect(status).toBe(200);
  expect(answer.errors).toBeUndefined();
});

test('refuses a token for another subgraph, of another signer, for another body, and one used before', async () => {
  const good = await signViewerToken(viewer, 'roster', OPERATION, privateKey);
  const elsewhere = await signViewerToken(viewer, 'petitions', OPERATION, privateKey);
  const forged = await signViewerToken(viewer, 'roster', OPERATION, stranger);
  expect(codeOf(await post(OPERATION, elsewhere))).toBe('VIEWER_TOKEN_INVALID');
  expect(codeOf(await post(OPERATION, forged))).toBe('VIEWER_TOKEN_INVALID');
  expect(codeOf(await post(SDL, good))).toBe('VIEWER_TOKEN_INVALID');
  expect((await post(OPERATION, good)).status).toBe(200);
  expect(codeOf(await post(OPERATION, good))).toBe('VIEWER_TOKEN_REUSED');
});

test('tells a document that cannot be read, and a body that is none, apart from a bug', async () => {
  const broken = JSON.stringify({ query: '{ viewer {' });
  const { status } = await post(broken, await signViewerToken(viewer, 'roster', broken, privateKey));
  expect(status).toBe(400);
  const noJson = 'hello';
  expect(codeOf(await post(noJson, await signViewerToken(viewer, 'roster', noJson, privateKey)))).toBe('BODY_INVALID');
});

test('says that it is ready', async () => {
  expect((await fetch(`http://127.0.0.1:${server.port}/readyz`)).status).toBe(200);
});
