import { createAccount } from '@everyletter/gateway/identity/accounts';
import { ApiKeys } from '@everyletter/gateway/keys/api-keys';
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

beforeAll(async () => {
  database = await testDatabase([rosterService, identityMigrations]);
  await loadRosterDemo(database.ownerUrl, localDate('2026-11-23'));
  pool = new pg.Pool({ connectionString: database.urlOf('identity'), options: '-c search_path=identity' });
  for (const { id, email, displayName } of DEMO_ACCOUNTS) {
    await createAccount(pool, { accountId: id, email, password: 'correct horse battery', displayName });
  }
});
afterAll(async () => {
  await pool.end();
  await database.stop();
});

test('a reporter gets a key that opens, and the store holds only its hash', async () => {
  const key = await makeReporterKey({ pool }, readKeyOptions(['--email=Reporter@demo.example', '--days=30']));
  const shown = await new ApiKeys(pool).shown(key, new Date(), true);
  expect(shown).toMatchObject({ hour_count: 1, revoked_at: null });
  const rows = await database.rows('select key_hash, name from identity.api_key');
  expect(rows).toEqual([{ key_hash: expect.not.stringContaining(key), name: 'reports' }]);
});

test.each([
  [['--email=clerk@demo.example'], 'is no reporter'],
  [['--email=nobody@demo.example'], 'nobody signs in'],
])('%s gets none', async (given, reason) => {
  await expect(makeReporterKey({ pool }, readKeyOptions(given))).rejects.toThrow(reason);
});

test.each([
  [[], 'email: is missing'],
  [['--email=a@b.example', '--days=0'], 'days: must be'],
  [['--email=a@b.example', '--days=year'], 'days: must be'],
  [['--mail=a@b.example'], '--mail'],
])('%s is refused by name', (given, reason) => {
  expect(() => readKeyOptions(given)).toThrow(reason);
});
