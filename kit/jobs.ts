import type { EntityManager } from '@mikro-orm/postgresql';
import { fromKysely, type Job, type JobResult, PgBoss } from 'pg-boss';
import { CodedError } from './errors.ts';
import type { EventData } from './events.ts';
import type { Logger } from './log.ts';

/** Schema of the queues, beside those of the services. */
export const SCHEMA = 'jobs';
/** How often a process looks for jobs whose time came without a call, and for those another one left. */
const POLLING_SECONDS = 2;
const MONITOR_SECONDS = 5;

/** Jobs carry ids only: what they are about is read under the viewer's or the system's own rights. */
export interface JobData {
  readonly institutionId: string;
  readonly [id: string]: string;
}

/** Names are `<service>.<what>`. */
export type QueueName = `${string}.${string}`;

/** Thrown by a job that no further try can help: it goes to the dead letters at once. */
export class GivenUp extends Error {
  constructor(
    /** As of a refusal. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'GivenUp';
  }
}

export type Work<Data> = (data: Data, signal: AbortSignal) => Promise<void>;

/** The queues as one process uses them. */
export class Jobs {
  private readonly stopping = new AbortController();

  private constructor(
    private readonly boss: PgBoss,
    private readonly log: Logger,
  ) {}

  /** As a service's role; as the owner with `supervise`, which gives the jobs of dead workers to others. */
  static async open(url: string, log: Logger, { supervise = false } = {}): Promise<Jobs> {
    const boss = new PgBoss({
      connectionString: url,
      schema: SCHEMA,
      max: 3,
      migrate: false,
      createSchema: false,
      schedule: false,
      registerInstance: false,
      supervise,
      superviseIntervalSeconds: MONITOR_SECONDS,
      monitorIntervalSeconds: MONITOR_SECONDS,
      useListenNotify: true,
    });
    boss.on('error', (error) => log.error({ stack: error.stack }, 'JOBS_ERROR'));
    await boss.start();
    return new Jobs(boss, log);
  }

  /** Enqueues in the caller's transaction: the job is there exactly when the change is. */
  async send(em: EntityManager, queue: QueueName, data: JobData | EventData): Promise<void> {
    await this.boss.send(queue, data, { db: fromKysely(em.getKysely() as never) });
  }

  /**
   * Each job at least once; `work` must bear being called again for one that was done. When its signal says so it
   * returns soon, and another worker is given the job.
   */
  async work<Data extends JobData | EventData = JobData>(queue: QueueName, work: Work<Data>): Promise<void> {
    const options = {
      pollingIntervalSeconds: POLLING_SECONDS,
      notifyPollingIntervalSeconds: POLLING_SECONDS,
      perJobResults: true,
    } as const;
    await this.boss.work<Data, JobResult[], typeof options>(queue, options, (jobs) =>
      Promise.all(jobs.map((job) => this.attempt(job, work))),
    );
  }

  /** Only a code is kept of what went wrong: words of an error may hold more than ids. */
  private async attempt<Data extends JobData | EventData>(
    { id, name, data, signal }: Job<Data>,
    work: Work<Data>,
  ): Promise<JobResult> {
    const stopped = AbortSignal.any([signal, this.stopping.signal]);
    try {
      await work(data, stopped);
      return stopped.aborted ? { id, status: 'failed', output: { code: 'STOPPED' } } : { id, status: 'completed' };
    } catch (error) {
      const { stack } = (error instanceof GivenUp ? (error.cause ?? error) : error) as Error;
      const ids = Object.entries(data).filter(([, value]) => typeof value === 'string');
      this.log.error({ queue: name, job: id, ...Object.fromEntries(ids), stack }, 'JOB_FAILED');
      const isCoded = error instanceof CodedError || error instanceof GivenUp;
      const status = error instanceof GivenUp ? 'deadletter' : 'failed';
      return { id, status, output: { code: isCoded ? error.code : 'INTERNAL' } };
    }
  }

  /** Gives the jobs in hand back. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.boss.stop({ graceful: true, timeout: 5000 });
  }
}
