import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { hearingQueue } from './events.ts';
import { type QueueName, SCHEMA } from './jobs.ts';
import { roleOf } from './migrate.ts';
import type { ServiceDefinition } from './service.ts';

/** A job whose worker is silent for this long is given to another: seconds after `kill -9`. The least there may be. */
const HEARTBEAT_SECONDS = 10;
/** Many, since each stop of a worker counts; a job that fails by itself gives up sooner. */
const RETRIES = 20;
const MAX_RETRY_SECONDS = 3;
/** Jobs that failed for good wait here to be looked at. */
const DEAD_LETTERS = 'dead-letters';
/** Seconds after which nobody will look any more: a year. */
const DEAD_LETTER_SECONDS = 365 * 24 * 60 * 60;

/** What the queues of a service follow from. */
export type QueueUser = Pick<ServiceDefinition, 'name' | 'queues' | 'hears' | 'publishes'>;

/** Whether a service needs the queues at all. */
export function usesQueues({ queues = [], hears = [], publishes = [] }: QueueUser): boolean {
  return queues.length + hears.length + publishes.length > 0;
}

/** Makes the services' queues and lets their roles use them; again it changes nothing. As the owner. */
export async function prepareJobs(ownerUrl: string, services: readonly QueueUser[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
    max: 1,
  });
  await boss.start();
  try {
    await boss.createQueue(DEAD_LETTERS, { retentionSeconds: DEAD_LETTER_SECONDS });
    for (const name of services.flatMap(({ queues = [] }) => queues)) await prepareQueue(boss, name);
    for (const { name, hears = [] } of services) {
      for (const event of hears) {
        await prepareQueue(boss, hearingQueue(name, event));
        await boss.subscribe(event, hearingQueue(name, event));
      }
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await onConnection(ownerUrl, async (client) => {
    await forgetHearers(client, services);
    await grantQueues(
      client,
      services.filter(usesQueues).map(({ name }) => roleOf(name)),
    );
  });
}

/** What a service no longer hears is no longer kept for it. */
async function forgetHearers(client: pg.Client, services: readonly QueueUser[]): Promise<void> {
  for (const { name, hears = [] } of services) {
    await client.query(`delete from ${SCHEMA}.subscription where name like $1 and name <> all($2)`, [
      `${name}.hears.%`,
      hears.map((event) => hearingQueue(name, event)),
    ]);
  }
}

/** Settings of a queue that is there already are brought up to these. */
async function prepareQueue(boss: PgBoss, name: QueueName): Promise<void> {
  const settings = {
    retryLimit: RETRIES,
    retryBackoff: true,
    retryDelayMax: MAX_RETRY_SECONDS,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: DEAD_LETTERS,
    notify: true,
  };
  await boss.createQueue(name, settings);
  await boss.updateQueue(name, settings);
}

async function grantQueues(client: pg.Client, roles: readonly string[]): Promise<void> {
  for (const role of roles) {
    await client.query(`grant usage on schema ${SCHEMA} to ${role}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`);
    await client.query(`grant usage on all sequences in schema ${SCHEMA} to ${role}`);
  }
}

/** A job nobody will try again, until somebody looks at it. */
export interface DeadLetter {
  readonly queue: string;
  readonly id: string;
  readonly institutionId: string;
  readonly at: Date;
  /** What went wrong the last time, in capitals; `LOST` when every worker died over it. */
  readonly code: string;
}

/** Oldest first; none before the first migration. As the owner. */
export function deadLetters(ownerUrl: string): Promise<DeadLetter[]> {
  return onConnection(ownerUrl, async (client) => {
    const prepared = await client.query(`select to_regclass('${SCHEMA}.job') as job`);
    if (!prepared.rows[0].job) return [];
    const { rows } = await client.query<DeadLetter>(
      `select source_name as queue, source_id as id, data ->> 'institutionId' as "institutionId", created_on as at,
         coalesce(source_output ->> 'code', 'LOST') as code
       from ${SCHEMA}.job where name = $1 order by created_on`,
      [DEAD_LETTERS],
    );
    return rows;
  });
}

async function onConnection<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}
