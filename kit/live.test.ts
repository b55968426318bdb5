import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inTransaction, openDatabase } from './database.ts';
import { type Announcement, announce, type Listening, listenLive } from './live.ts';
import { createLog } from './log.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const HERE = '01900000-0000-7000-8000-000000000001';
const HALL: Announcement = { institutionId: HERE, field: 'hallChanged' };

let database: TestDatabase;
let orm: Awaited<ReturnType<typeof openDatabase>>;
let listening: Listening;
const heard: (Announcement | null)[] = [];

beforeAll(async () => {
  database = await testDatabase([]);
  orm = await openDatabase({ url: database.ownerUrl, schema: 'public', entities: [] });
  listening = await listenLive(database.ownerUrl, createLog('test', 'silent'), (told) => heard.push(told));
});
afterEach(() => heard.splice(0));
afterAll(async () => {
  await listening.close();
  await orm.close(true);
  await database.stop();
});

function change(announcement: Announcement, fails = false): Promise<void> {
  return inTransaction(orm, { variables: {}, readOnly: false }, async (em) => {
    await announce(em, announcement);
    if (fails) throw new Error('refused');
  });
}

test('what is announced is heard once it is committed', async () => {
  await change(HALL);
  await expect.poll(() => heard).toEqual([HALL]);
});

test('what is rolled back is never heard', async () => {
  await expect(change({ ...HALL, id: 'never' }, true)).rejects.toThrow('refused');
  await change({ ...HALL, id: 'after' });
  await expect.poll(() => heard).toEqual([{ ...HALL, id: 'after' }]);
});

test('a lost connection is found again, and everybody is asked to look', async () => {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%'`);
  await owner.end();
  await expect.poll(() => heard, { timeout: 10_000 }).toEqual([null]);
  await change(HALL);
  await expect.poll(() => heard).toEqual([null, HALL]);
});
