import { once } from 'node:events';
import { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GivenUp, type JobData, Jobs } from './jobs.ts';
import { createLog } from './log.ts';
import { deadLetters, prepareJobs } from './queues.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

const QUEUE = 'letters.count';
const HOME = '01900000-0000-7000-8000-000000000001';
const log = createLog('test', 'silent');
const letters = { name: 'letters', migrations: [], queues: [QUEUE] } as const;

let database: TestDatabase;
let orm: MikroORM;
let jobs: Jobs;
const seen: JobData[] = [];

beforeAll(async () => {
  database = await testDatabase([letters]);
  orm = await MikroORM.init({
    clientUrl: database.urlOf('letters'),
    entities: [],
    discovery: { warnWhenNoEntities: false },
  });
  jobs = await Jobs.open(database.urlOf('letters'), log);
  await jobs.work(QUEUE, count);
});

afterAll(async () => {
  await jobs.stop();
  await orm.close();
  await database.stop();
});

async function count(data: JobData, signal: AbortSignal): Promise<void> {
  const isFirst = !seen.some(({ letterId }) => letterId === data.letterId);
  seen.push(data);
  if (data.letterId === 'poison') throw new GivenUp('LETTER_UNREADABLE');
  if (data.letterId === 'endless' && isFirst) await once(signal, 'abort');
}

function send(letterId: string): Promise<void> {
  return orm.em.fork().transactional((em) => jobs.send(em as never, QUEUE, { institutionId: HOME, letterId }));
}

async function asOwner(statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client(database.ownerUrl);
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

async function untilSeen(count: number): Promise<void> {
  while (seen.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('a job is there exactly when the change it belongs to is', async () => {
  const refused = orm.em.fork().transactional(async (em) => {
    await jobs.send(em as never, QUEUE, { institutionId: HOME, letterId: 'refused' });
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
  await send('kept');
  await untilSeen(1);
  expect(seen).toEqual([{ institutionId: HOME, letterId: 'kept' }]);
});

test('a job that gave up is found among the dead letters by its code', async () => {
  await send('poison');
  await untilSeen(2);
  const found = async () => deadLetters(database.ownerUrl);
  while ((await found()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await found()).toEqual([
    { queue: QUEUE, id: expect.any(String), institutionId: HOME, at: expect.any(Date), code: 'LETTER_UNREADABLE' },
  ]);
});

test('a worker that stops gives its job to the next', async () => {
  await send('endless');
  await untilSeen(3);
  await jobs.stop();
  jobs = await Jobs.open(database.urlOf('letters'), log);
  await jobs.work(QUEUE, count);
  await untilSeen(4);
  expect(seen.at(-1)?.letterId).toBe('endless');
});

test('a job whose worker fell silent is given to another', async () => {
  await jobs.stop();
  await send('orphan');
  const killed = new PgBoss({
    connectionString: database.urlOf('letters'),
    schema: 'jobs',
    migrate: false,
    supervise: false,
  });
  await killed.start();
  expect((await killed.fetch<JobData>(QUEUE))[0]?.data.letterId).toBe('orphan');
  await killed.stop({ graceful: false });
  await asOwner(`update jobs.job set heartbeat_on = heartbeat_on - interval '10 seconds' where state = 'active'`);
  jobs = await Jobs.open(database.urlOf('letters'), log);
  await jobs.work(QUEUE, count);
  const before = seen.length;
  const supervisor = await Jobs.open(database.ownerUrl, log, { supervise: true });
  await untilSeen(before + 1);
  await supervisor.stop();
  expect(seen.at(-1)?.letterId).toBe('orphan');
});

test('preparing again keeps what waits', async () => {
  await jobs.stop();
  await send('waits');
  await prepareJobs(database.ownerUrl, [letters]);
  const { rows } = await asOwner(`select data from jobs.job where state = 'created' and name = '${QUEUE}'`);
  expect(rows).toEqual([{ data: { institutionId: HOME, letterId: 'waits' } }]);
});
