import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobData, Jobs, prepareJobs } from './jobs.ts';
import { createLog } from './log.ts';
import { roleOf } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const QUEUE = 'letters.count';
const HOME = '01900000-0000-7000-8000-000000000001';
const log = createLog('test', 'silent');
const letters = { name: 'letters', migrations: [] };

let database: TestDatabase;
let orm: MikroORM;
let jobs: Jobs;
const seen: JobData[] = [];

beforeAll(async () => {
  database = await testDatabase([letters]);
  await prepareJobs(database.ownerUrl, { queues: [QUEUE], roles: [roleOf('letters')] });
  orm = await MikroORM.init({
    clientUrl: database.urlOf('letters'),
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  jobs = await Jobs.open(database.urlOf('letters'), log);
  await jobs.work(QUEUE, async (data) => {
    seen.push(data);
  });
});
afterAll(async () => {
  await jobs.stop();
  await orm.close();
  await database.stop();
});

async function untilSeen(count: number): Promise<void> {
  while (seen.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a job is there exactly when the change it belongs to is', async () => {
  const refused = orm.em.fork().transactional(async (em) => {
    await jobs.send(em as never, QUEUE, { institutionId: HOME, letterId: 'refused' });
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  await orm.em.fork().transactional((em) => jobs.send(em as never, QUEUE, { institutionId: HOME, letterId: 'kept' }));
  await untilSeen(1);
  expect(seen).toEqual([{ institutionId: HOME, letterId: 'kept' }]);
});

test('preparing again keeps what waits', async () => {
  await jobs.stop();
  await orm.em.fork().transactional((em) => jobs.send(em as never, QUEUE, { institutionId: HOME, letterId: 'waits' }));
  await prepareJobs(database.ownerUrl, { queues: [QUEUE], roles: [roleOf('letters')] });
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  const { rows } = await client.query("select data from jobs.job where state = 'created'");
  await client.end();
  expect(rows).toEqual([{ data: { institutionId: HOME, letterId: 'waits' } }]);
});
