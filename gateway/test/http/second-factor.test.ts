import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '../../src/identity/accounts.ts';
import { CLERK, PAGE_ID, PASSWORD, TestGateway } from './test-gateway.ts';

const NEWCOMER = '01900000-0000-7000-8000-0000000000c2';
const SPARE = '01900000-0000-7000-8000-0000000000c3';
const EMAIL = 'clerk@x.example';
const ORIGIN = 'http://localhost:4000';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

const gateway = new TestGateway();

beforeAll(async () => {
  await gateway.open({ secondFactor: 'REQUIRED' });
  for (const account of [NEWCOMER, SPARE]) await gateway.employ(account, '林静', '{CLERK}');
});
afterAll(() => gateway.close());

/** A browser's few cookies. */
class Visitor {
  private readonly cookies = new Map<string, string>();

  async post(path: string, body: object) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', origin: ORIGIN, 'x-everyletter': '1', cookie };
    const answer = await fetch(gateway.base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      this.cookies.set(name, value);
    }
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  signIn = () => this.post('/auth/sign-in/email', { email: EMAIL, password: PASSWORD });
  ask = () => this.post('/graphql', { documentId: PAGE_ID });
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
  const rows = await gateway.rows('select content::jsonb as fact from identity.audit_entry order by sequence');
  const actions = ['SIGN_IN', 'SIGN_IN', 'SIGN_IN', 'SIGN_OUT', 'SIGN_IN_REFUSED'];
  expect(rows.map(({ fact }) => fact.action)).toEqual(actions);
  expect(rows.every(({ fact }) => fact.actorId === CLERK)).toBe(true);
});

test('neither a password alone nor a session makes a key or switches the second factor off', async () => {
  const visitor = new Visitor();
  await visitor.signIn();
  for (const path of [
    'api-key/create',
    'two-factor/disable',
    'two-factor/get-totp-uri',
    'update-user',
    'delete-user',
  ]) {
    const { status, body } = await visitor.post(`/auth/${path}`, { password: PASSWORD, name: 'x' });
    expect([path, status, codeOf(body)]).toEqual([path, 404, 'NOT_FOUND']);
  }
});

test('a password somebody else has seen opens nothing until it is changed, not even beside a second factor', async () => {
  const account = { accountId: NEWCOMER, email: 'new@x.example', password: 'seen by two people', displayName: '新人' };
  await createAccount(gateway.accounts.pool, { ...account, oneTime: true });
  const visitor = new Visitor();
  await visitor.post('/auth/sign-in/email', account);
  expect(codeOf((await visitor.ask()).body)).toBe('PASSWORD_CHANGE_NEEDED');

  const change = (currentPassword: string, newPassword: string) =>
    visitor.post('/auth/change-password', { currentPassword, newPassword });
  expect(codeOf((await change(account.password, account.password)).body)).toBe('PASSWORD_UNCHANGED');
  expect(codeOf((await change('not the one', 'known to one alone')).body)).toBe('PASSWORD_WRONG');
  const short = await change(account.password, 'short');
  expect(short.body).toMatchObject({ errors: [{ extensions: { code: 'PASSWORD_TOO_SHORT', details: { min: 12 } } }] });
  expect(codeOf((await visitor.ask()).body)).toBe('PASSWORD_CHANGE_NEEDED');

  expect((await change(account.password, 'known to one alone')).status).toBe(200);
  expect(codeOf((await visitor.ask()).body)).toBe('SECOND_FACTOR_NEEDED');
  expect((await new Visitor().post('/auth/sign-in/email', account)).status).toBe(401);
  const { totpURI } = (await visitor.post('/auth/two-factor/enable', { password: 'known to one alone' })).body;
  await visitor.post('/auth/two-factor/verify-totp', { code: codeAt(String(totpURI), Date.now()) });
  expect((await visitor.ask()).body).toEqual({ data: { me: { name: 'ANN' } } });
});

test('a backup code stands in for the authenticator once; five wrong codes end the attempt', async () => {
  const account = { accountId: SPARE, email: 'spare@x.example', password: PASSWORD, displayName: '备用' };
  await createAccount(gateway.accounts.pool, account);
  const first = new Visitor();
  await first.post('/auth/sign-in/email', account);
  expect(codeOf((await first.post('/auth/two-factor/enable', { password: 'wrong' })).body)).toBe('PASSWORD_WRONG');
  const { totpURI, backupCodes } = (await first.post('/auth/two-factor/enable', { password: PASSWORD })).body;
  await first.post('/auth/two-factor/verify-totp', { code: codeAt(String(totpURI), Date.now()) });
  const [code] = backupCodes as string[];
  expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);

  const second = new Visitor();
  await second.post('/auth/sign-in/email', account);
  expect((await second.post('/auth/two-factor/verify-backup-code', { code, trustDevice: true })).status).toBe(200);
  expect((await second.ask()).status).toBe(200);
  await second.post('/auth/sign-out', {});
  expect((await second.post('/auth/sign-in/email', account)).body).toMatchObject({ twoFactorRedirect: true });
  const codes = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    codes.push(codeOf((await second.post('/auth/two-factor/verify-backup-code', { code })).body));
  }
  expect(codes).toEqual([...Array(5).fill('SECOND_FACTOR_REFUSED'), 'SECOND_FACTOR_EXPIRED']);
});
