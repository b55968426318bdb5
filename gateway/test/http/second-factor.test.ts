import { createHmac } from 'node:crypto';
import { type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { identityMigrations } from '../../migrations/list.ts';
import { createExecutor } from '../../src/executor/executor.ts';
import { createInProcessTransport } from '../../src/executor/transports/in-process.ts';
import { createGateway, type Gateway } from '../../src/http/gateway.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { createAuth } from '../../src/identity/auth.ts';
import { TrustedDocuments } from '../../src/operations/trusted-documents.ts';
import { localSubgraphs, supergraphSdl } from '../executor/fixture.ts';
import { rosterStandIn } from './roster-stand-in.ts';

const SECRET = 'a secret of thirty-two characters';
const CLERK = '01900000-0000-7000-8000-0000000000c1';
const HOME = '01900000-0000-7000-8000-000000000001';
const [EMAIL, PASSWORD] = ['clerk@x.example', 'correct horse battery'];
const ORIGIN = 'http://localhost:4000';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

let database: TestDatabase;
let pool: pg.Pool;
let gateway: Gateway;
let base: string;

beforeAll(async () => {
  database = await testDatabase([rosterStandIn, identityMigrations]);
  pool = new pg.Pool({ connectionString: database.urlOf('identity'), options: '-c search_path=identity' });
  await createAccount(pool, { accountId: CLERK, email: EMAIL, password: PASSWORD, displayName: '林静' });
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(`insert into roster.viewer_claim values ($1, $2, '林静', '{CLERK}')`, [CLERK, HOME]);
  await owner.end();
  gateway = await createGateway({
    executor: createExecutor({
      supergraphSdl,
      isPublicCode: () => false,
      transport: createInProcessTransport(localSubgraphs, 1000),
    }),
    files: async () => ({ status: 200, headers: {}, body: Buffer.alloc(0) }),
    auth: createAuth({ pool, secret: SECRET, publicUrl: ORIGIN }),
    identityPool: pool,
    sessionSecret: SECRET,
    publicUrl: ORIGIN,
    allowedOrigins: [],
    documents: new TrustedDocuments(new Map([['page', '{ me { name } }']])),
    siteDir: null,
    demoAccounts: [],
    secondFactor: 'REQUIRED',
    subgraphsReady: async () => true,
    clock: () => new Date(),
    log: { error: () => {} } as never,
  });
  base = `http://127.0.0.1:${await gateway.listen(0, '127.0.0.1')}`;
});
afterAll(async () => {
  await gateway.close();
  await pool.end();
  await database.stop();
});

/** A browser's few cookies. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  async post(path: string, body: object) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', origin: ORIGIN, 'x-everyletter': '1', cookie };
    const answer = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      this.cookies.set(name, value);
    }
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  signIn = () => this.post('/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
  ask = () => this.post('/graphql', { documentId: 'page' });
}

const codeOf = (body: Record<string, unknown>) =>
  (body.errors as { extensions: { code: string } }[] | undefined)?.[0]?.extensions.code;

/** RFC 6238 with its usual numbers. */
function codeAt(uri: string, now: number): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const bits = [...secret].map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

test('a password alone opens nothing; with a second factor set up and shown it does, and every step is written down', async () => {
  const first = new Visitor();
  expect((await first.signIn()).status).toBe(200);
  expect(codeOf((await first.ask()).body)).toBe('SECOND_FACTOR_NEEDED');

  const { body: enrolment } = await first.post('/auth/two-factor/enable', { password: PASSWORD });
  const uri = String(enrolment.totpURI);
  expect((await first.post('/auth/two-factor/verify-totp', { code: codeAt(uri, Date.now()) })).status).toBe(200);
  expect((await first.ask()).body).toEqual({ data: { me: { name: 'ANN' } } });

  const second = new Visitor();
  expect((await second.signIn()).body).toMatchObject({ twoFactorRedirect: true });
  expect(codeOf((await second.ask()).body)).toBe('UNAUTHENTICATED');
  const wrong = await second.post('/auth/two-factor/verify-totp', { code: '000000' });
  expect(codeOf(wrong.body)).toBe('SECOND_FACTOR_REFUSED');
  expect((await second.post('/auth/two-factor/verify-totp', { code: codeAt(uri, Date.now()) })).status).toBe(200);
  expect((await second.ask()).status).toBe(200);
  expect((await second.post('/auth/sign-out', {})).status).toBe(200);

  await new Visitor().post('/auth/sign-in/email', { email: EMAIL, password: 'wrong horse battery' });
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query('select content::jsonb as fact from identity.audit_entry order by sequence');
  await owner.end();
  const actions = ['SIGN_IN', 'SIGN_IN', 'SIGN_IN', 'SIGN_OUT', 'SIGN_IN_REFUSED'];
  expect(rows.map(({ fact }) => fact.action)).toEqual(actions);
  expect(rows.every(({ fact }) => fact.actorId === CLERK)).toBe(true);
});
