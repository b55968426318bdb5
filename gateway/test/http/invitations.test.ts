import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, own, PAGE_ID, TestGateway } from './test-gateway.ts';

const INVITED = '01900000-0000-7000-8000-0000000000d1';
const CODE = 'k3mwp-x7h2n-abcde-fghjk';
const NEXT = 'a password of my own';
const gateway = new TestGateway();
const origin = { origin: 'http://localhost:4000' };

beforeAll(async () => {
  await gateway.open();
  await gateway.employ(INVITED, '新人', '{HANDLER}');
});
afterAll(() => gateway.close());

async function invite(code: string, good = true): Promise<void> {
  await gateway.rows(
    `insert into roster.account_card values ($1, 'New@x.example', '新人', $2, now() + make_interval(hours => $3))
     on conflict (account_id) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at`,
    [INVITED, createHash('sha256').update(code).digest('base64url'), good ? 1 : -1],
  );
}

const signIn = (password: string) => gateway.post('/auth/sign-in/email', { email: 'new@x.example', password }, origin);
const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

test('an invitation that is over, or another code, opens nothing and says no more than any refusal', async () => {
  await invite(CODE, false);
  expect(await codeOf(await signIn(CODE))).toBe('SIGN_IN_REFUSED');
  await invite(CODE);
  expect(await codeOf(await signIn('k3mwp-x7h2n-abcde-fghjm'))).toBe('SIGN_IN_REFUSED');
  expect(await gateway.rows('select from identity."user" where email = $1', ['new@x.example'])).toEqual([]);
});

test('the code opens an account, and the account nothing until its owner has a password of their own', async () => {
  const cookie = cookieOf(await signIn(CODE));
  expect(await codeOf(await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie)))).toBe(
    'PASSWORD_CHANGE_NEEDED',
  );
  const passwords = { currentPassword: CODE, newPassword: NEXT };
  const changed = await gateway.post('/auth/change-password', passwords, { ...own(cookie), ...origin });
  expect(changed.status).toBe(200);
  const asked = await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookieOf(changed)));
  expect(asked.status).toBe(200);
  expect(gateway.seenViewer).toMatchObject({ accountId: INVITED, displayName: '新人', roles: ['HANDLER'] });
});

test('the code is good for one account once', async () => {
  expect(await codeOf(await signIn(CODE))).toBe('SIGN_IN_REFUSED');
  expect((await signIn(NEXT)).status).toBe(200);
});
