import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLERK, codeOf, own, PAGE_ID, PASSWORD, TestGateway } from './test-gateway.ts';

const gateway = new TestGateway();

beforeAll(() => gateway.open());
afterAll(() => gateway.close());

test('a session carries the viewer to the subgraphs, and a document by its hash', async () => {
  const cookie = await gateway.signIn();
  expect(cookie).toMatch(/^everyletter=/);
  const response = await gateway.post('/graphql', { documentId: PAGE_ID, operationName: 'Page' }, own(cookie));
  expect(await response.json()).toEqual({ data: { me: { name: 'ANN' } } });
  expect(response.headers.get('x-request-id')).toBe(gateway.seenViewer?.requestId);
  expect(gateway.seenViewer).toMatchObject({ accountId: CLERK, roles: ['CLERK'], via: 'SESSION' });
});

test('a session is known by a cookie that cannot be made up', async () => {
  const cookie = `everyletter=${encodeURIComponent(`made-up.${createHmac('sha256', 'other').update('made-up').digest('base64')}`)}`;
  expect(await codeOf(await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie)))).toBe('UNAUTHENTICATED');
});

test('a session ends with signing out', async () => {
  const cookie = await gateway.signIn();
  expect((await gateway.post('/auth/sign-out', {}, { ...own(cookie), origin: 'http://localhost:4000' })).status).toBe(
    200,
  );
  expect(await codeOf(await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie)))).toBe('UNAUTHENTICATED');
});

test('a session ends after half an hour unused, and after twelve hours in any case', async () => {
  const cookie = await gateway.signIn();
  const ask = async (minutes: number) => {
    gateway.now = new Date(Date.now() + minutes * 60_000);
    return (await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie))).status;
  };
  expect(await ask(29)).toBe(200);
  expect(await ask(58)).toBe(200);
  expect(await ask(90)).toBe(401);
  gateway.now = new Date();
  const other = await gateway.signIn();
  for (let minutes = 0; minutes < 719; minutes += 25) {
    gateway.now = new Date(Date.now() + minutes * 60_000);
    expect((await gateway.post('/graphql', { documentId: PAGE_ID }, own(other))).status).toBe(200);
  }
  gateway.now = new Date(Date.now() + 721 * 60_000);
  expect((await gateway.post('/graphql', { documentId: PAGE_ID }, own(other))).status).toBe(401);
  gateway.now = new Date();
});

test('a session begun before its person was shut out is over, also when they are let in again', async () => {
  const cookie = await gateway.signIn();
  await gateway.rows('update roster.viewer_claim set signed_out_at = now() where account_id = $1', [CLERK]);
  expect((await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie))).status).toBe(401);
  const later = await gateway.signIn();
  expect((await gateway.post('/graphql', { documentId: PAGE_ID }, own(later))).status).toBe(200);
});

test('a session feels a changed role and a lock at once', async () => {
  const cookie = await gateway.signIn();
  await gateway.rows(`update roster.viewer_claim set roles = '{CLERK,HANDLER}' where account_id = $1`, [CLERK]);
  await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie));
  expect(gateway.seenViewer?.roles).toEqual(['CLERK', 'HANDLER']);
  await gateway.rows('update roster.viewer_claim set disabled = true where account_id = $1', [CLERK]);
  expect((await gateway.post('/graphql', { documentId: PAGE_ID }, own(cookie))).status).toBe(401);
  await gateway.rows(`update roster.viewer_claim set disabled = false, roles = '{CLERK}' where account_id = $1`, [
    CLERK,
  ]);
});

test('a session cannot be used by a page of another site', async () => {
  const cookie = await gateway.signIn();
  expect(await codeOf(await gateway.post('/graphql', { documentId: PAGE_ID }, { cookie }))).toBe('CSRF_HEADER_MISSING');
});

describe('signing in', () => {
  test('stores passwords by Argon2id', async () => {
    const rows = await gateway.rows('select password from identity.account');
    for (const { password } of rows) expect(password).toMatch(/^\$argon2id\$/);
  });

  test('answers the same for a wrong password and for nobody', async () => {
    const wrong = await gateway.post('/auth/sign-in/email', {
      email: 'reporter@x.example',
      password: 'no such password',
    });
    const nobody = await gateway.post('/auth/sign-in/email', {
      email: 'nobody@x.example',
      password: 'no such password',
    });
    expect(await codeOf(wrong)).toBe('SIGN_IN_REFUSED');
    expect(await codeOf(nobody)).toBe('SIGN_IN_REFUSED');
    expect(wrong.status).toBe(nobody.status);
  });

  test('locks an address after five failures, even for the right password', async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      await gateway.post('/auth/sign-in/email', { email: 'reporter@x.example', password: 'no such password' });
    }
    const right = await gateway.post('/auth/sign-in/email', { email: 'reporter@x.example', password: PASSWORD });
    expect(await codeOf(right)).toBe('SIGN_IN_REFUSED');
    gateway.now = new Date(Date.now() + 16 * 60_000);
    expect(
      (await gateway.post('/auth/sign-in/email', { email: 'reporter@x.example', password: PASSWORD })).status,
    ).toBe(200);
    gateway.now = new Date();
  });

  test('is not offered to strangers', async () => {
    const response = await gateway.post('/auth/sign-up/email', {
      email: 'new@x.example',
      password: PASSWORD,
      name: 'x',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await gateway.rows(`select 1 from identity."user" where email = 'new@x.example'`)).toEqual([]);
  });
});

describe('the application’s people', () => {
  test('may send only its own documents', async () => {
    const cookie = await gateway.signIn();
    expect(await codeOf(await gateway.post('/graphql', { query: '{ me { id } }' }, own(cookie)))).toBe(
      'DOCUMENT_NOT_TRUSTED',
    );
    expect(await codeOf(await gateway.post('/graphql', { documentId: 'other' }, own(cookie)))).toBe(
      'DOCUMENT_NOT_TRUSTED',
    );
  });

  test('may send documents of their own in the demo profile, but not ask about the schema', async () => {
    const { gateway: demo, at } = await gateway.start({
      demoAccounts: [{ email: '', password: '', displayName: '', role: '' }],
    });
    const cookie = await gateway.signIn();
    const asked = await gateway.post('/graphql', { query: '{ me { id } }' }, own(cookie), at);
    expect(await asked.json()).toEqual({ data: { me: { id: 'ann' } } });
    const schema = await gateway.post('/graphql', { query: '{ __schema { types { name } } }' }, own(cookie), at);
    expect(await codeOf(schema)).toBe('INTROSPECTION_NOT_ALLOWED');
    await demo.close();
  });
});
