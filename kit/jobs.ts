import type { EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import type { Logger } from './log.ts';

/** Schema of the queues, beside those of the services. */
const SCHEMA = 'jobs';
/** A job whose worker is silent for this long is given to another: seconds after `kill -9`. The least there may be. */
const HEARTBEAT_SECONDS = 10;
const MONITOR_SECONDS = 5;
const RETRIES = 5;
/** Jobs that failed every time wait here to be looked at. */
const DEAD_LETTERS = 'dead-letters';

/** Jobs and events carry ids only: what they are about is read under the viewer's or the system's own rights. */
export interface JobData {
  readonly institutionId: string;
  readonly [id: string]: string;
}

/** Names are `<service>.<what>`. */
export type QueueName = `${string}.${string}`;

/** Makes the queues and lets the services' roles use them; again it changes nothing. As the owner. */
export async function prepareJobs(
  ownerUrl: string,
  { queues, roles }: { readonly queues: readonly QueueName[]; readonly roles: readonly string[] },
): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: SCHEMA, supervise: false, schedule: false, max: 1 });
  await boss.start();
  await boss.createQueue(DEAD_LETTERS);
  for (const name of queues) {
    await boss.createQueue(name, {
      retryLimit: RETRIES,
      retryBackoff: true,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      deadLetter: DEAD_LETTERS,
      notify: true,
    });
  }
  await boss.stop({ graceful: false });
  await grantQueues(ownerUrl, roles);
}

async function grantQueues(ownerUrl: string, roles: readonly string[]): Promise<void> {
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    for (const role of roles) {
      await client.query(`grant usage on schema ${SCHEMA} to ${role}`);
      await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`);
      await client.query(`grant usage on all sequences in schema ${SCHEMA} to ${role}`);
    }
  } finally {
    await client.end();
  }
}

/** The queues as one process uses them. */
export class Jobs {
  private constructor(private readonly boss: PgBoss) {}

  /** As a service's role; as the owner with `supervise`, which gives the jobs of dead workers to others. */
  static async open(url: string, log: Logger, supervise = false): Promise<Jobs> {
    const boss = new PgBoss({
      connectionString: url,
      schema: SCHEMA,
      max: 3,
      migrate: false,
      createSchema: false,
      schedule: false,
      supervise,
      superviseIntervalSeconds: MONITOR_SECONDS,
      monitorIntervalSeconds: MONITOR_SECONDS,
      useListenNotify: true,
    });
    boss.on('error', (error) => log.error({ stack: error.stack }, 'JOBS_ERROR'));
    await boss.start();
    return new Jobs(boss);
  }

  /** Enqueues in the caller's transaction: the job is there exactly when the change is. */
  async send(em: EntityManager, queue: QueueName, data: JobData): Promise<void> {
    await this.boss.send(queue, data, { db: fromKysely(em.getKysely() as never) });
  }

  /** Each job at least once; `work` must bear being called again for one that was done. */
  async work(queue: QueueName, work: (data: JobData, signal: AbortSignal) => Promise<void>): Promise<void> {
    await this.boss.work<JobData>(queue, { pollingIntervalSeconds: 2 }, async (jobs) => {
      for (const job of jobs) await work(job.data, job.signal);
    });
  }

  /** Finishes the jobs in hand. */
  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: 5000 });
  }
}
