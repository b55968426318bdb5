import { createAccount } from '@everyletter/gateway/identity/accounts';
import { createAuth } from '@everyletter/gateway/identity/auth';
import { identityMigrations } from '@everyletter/gateway/migrations/list';
import { type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { DEMO_ACCOUNTS } from '@everyletter/roster/demo/accounts';
import { loadRosterDemo } from '@everyletter/roster/demo/load';
import { rosterService } from '@everyletter/roster/service';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeReporterKey, readKeyOptions } from './reporter-key.ts';

let database: TestDatabase;
let pool: pg.Pool;
let auth: ReturnType<typeof createAuth>;

beforeAll(async () => {
  database = await testDatabase([rosterService, identityMigrations]);
  await loadRosterDemo(database.ownerUrl, localDate('2026-11-23'));
  pool = new pg.Pool({ connectionString: database.urlOf('identity'), options: '-c search_path=identity' });
  auth = createAuth({ pool, secret: 'a secret of thirty-two characters', publicUrl: 'http://localhost:4000' });
  for (const { id, email, displayName } of DEMO_ACCOUNTS) {
    await createAccount(pool, { accountId: id, email, password: 'correct horse battery', displayName });
  }
});
afterAll(async () => {
  await pool.end();
  await database.stop();
});

test('a reporter gets a key that opens, and the store holds only its hash', async () => {
  const key = await makeReporterKey({ pool, auth }, readKeyOptions(['--email=Reporter@demo.example', '--days=30']));
  expect((await auth.api.verifyApiKey({ body: { key } })).valid).toBe(true);
  const { rows } = await pool.query('select key, name from identity.apikey');
  expect(rows).toEqual([{ key: expect.not.stringContaining(key), name: 'reports' }]);
});

test.each([
  [['--email=clerk@demo.example'], 'is no reporter'],
  [['--email=nobody@demo.example'], 'nobody signs in'],
])('%s gets none', async (given, reason) => {
  await expect(makeReporterKey({ pool, auth }, readKeyOptions(given))).rejects.toThrow(reason);
});

test.each([
  [[], 'email: is missing'],
  [['--email=a@b.example', '--days=0'], 'days: must be'],
  [['--email=a@b.example', '--days=year'], 'days: must be'],
  [['--mail=a@b.example'], '--mail'],
])('%s is refused by name', (given, reason) => {
  expect(() => readKeyOptions(given)).toThrow(reason);
});
