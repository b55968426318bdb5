import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Kysely } from 'kysely';
import { type AuditFact, appendAudit } from './audit.ts';
import { type DatabaseOptions, inTransaction, openDatabase, type Scope, sessionVariables } from './database.ts';
import { CodedError, NotFound } from './errors.ts';
import {
  type EventData,
  type EventName,
  type EventPayload,
  type Hearing,
  hearingQueue,
  noteHeard,
  publishEvent,
} from './events.ts';
import { Execution, type PreparedOperation, toPublicError } from './execution.ts';
import { refusedFile } from './file-refusal.ts';
import { newId } from './id.ts';
import { type JobData, Jobs, type QueueName } from './jobs.ts';
import { announce } from './live.ts';
import { isLostConnection } from './lost-connection.ts';
import { type Round, Rounds } from './rounds.ts';
import type {
  FileRequest,
  FileResponse,
  Service,
  ServiceOptions,
  SubgraphOperation,
  SubgraphSchema,
} from './service.ts';
import { dayOf, type LocalDate } from './time.ts';
import { systemViewer, type Viewer } from './viewer.ts';

/** What every request of every service starts from; services add their repositories to it. */
export interface RequestContext {
  readonly em: EntityManager;
  readonly viewer: Viewer;
  readonly now: Date;
  /** One civil day for the whole answer. */
  readonly today: LocalDate;
  readonly options: ServiceOptions;
  /**
   * Writes that something was read or searched, in a transaction of its own and before the answer: a read that could
   * not be written down is refused. Returns the entry's id.
   */
  auditRead(fact: Omit<AuditFact, 'actorId'>): Promise<string>;
  /** The job begins once this request is committed, in whichever process does the jobs; if refused, never. */
  enqueue(queue: QueueName, ids: Readonly<Record<string, string>>): Promise<void>;
  /** Tells the services that hear it once this request is committed; if refused, nobody. */
  publish(event: EventName, payload: EventPayload): Promise<void>;
  /** What the field of `Subscription` shows has changed, for those of the institution who watch it, or this `id` of it. */
  announce(field: string, id?: string): Promise<void>;
}

/** Works in a transaction of its own as the system inside the institution of the job. */
export type InInstitution<Context> = <T>(run: (context: Context) => Promise<T>) => Promise<T>;

/** Does one job, as {@link Jobs.work} says: perhaps again, and not beyond the signal. */
export type DoJob<Context> = (
  ids: JobData,
  inInstitution: InInstitution<Context>,
  signal: AbortSignal,
) => Promise<void>;

export interface SubgraphParts<Context extends RequestContext> {
  readonly schema: SubgraphSchema;
  readonly database: Omit<DatabaseOptions, 'url'>;
  /** How far this viewer sees in this service. */
  scopeOf(viewer: Viewer): Scope;
  context(base: RequestContext): Context;
  files?(request: FileRequest, context: Context): Promise<FileResponse>;
  /** What is done for the jobs of each queue. */
  readonly queues?: Readonly<Record<QueueName, DoJob<Context>>>;
  /** What is done on hearing each event of another service. */
  readonly hears?: Readonly<Record<EventName, Hearing<Context>>>;
  readonly publishes?: readonly EventName[];
  /** What is looked for again and again, by the processes that do the jobs. */
  readonly round?: Round<Context>;
}

/** Thrown inside the transaction to roll a refused mutation back; carries the answer out. */
class Refused extends Error {
  constructor(readonly result: ExecutionResult) {
    super('REFUSED');
  }
}

/** Starts a service: one operation is one transaction; a mutation is kept whole or not at all. */
export async function startSubgraph<Context extends RequestContext>(
  parts: SubgraphParts<Context>,
  options: ServiceOptions,
): Promise<Service> {
  const orm = await openDatabase({ ...parts.database, url: options.databaseUrl });
  const usesQueues = parts.queues ?? parts.hears ?? parts.publishes;
  const jobs = usesQueues ? await Jobs.open(options.databaseUrl, options.log) : null;
  const subgraph = new Subgraph(parts, options, orm, jobs);
  if (options.jobs) await subgraph.workOnJobs();
  if (options.jobs) subgraph.goRound();
  return subgraph;
}

class Subgraph<Context extends RequestContext> implements Service {
  private readonly execution: Execution;
  private stopped: Promise<void> | undefined;
  private rounds: Rounds | undefined;

  constructor(
    private readonly parts: SubgraphParts<Context>,
    private readonly options: ServiceOptions,
    private readonly orm: MikroORM,
    private readonly jobs: Jobs | null,
  ) {
    this.execution = new Execution(parts.schema.schema);
  }

  async workOnJobs(): Promise<void> {
    for (const [queue, doJob] of Object.entries(this.parts.queues ?? {})) {
      await this.jobs?.work(queue as QueueName, (ids, signal) =>
        doJob(ids, (run) => this.transact(systemViewer(ids.institutionId), false, run), signal),
      );
    }
    for (const [event, hearing] of Object.entries(this.parts.hears ?? {})) {
      const queue = hearingQueue(this.parts.database.schema, event as EventName);
      await this.jobs?.work<EventData>(queue, (data) => this.hearOnce(data, hearing));
    }
  }

  goRound(): void {
    const { round } = this.parts;
    if (!round) return;
    this.rounds = new Rounds(round.everySeconds, () => this.everywhere(round), this.options.log);
    this.rounds.start();
  }

  private async everywhere({ institutionsBy, run }: Round<Context>): Promise<void> {
    const found = await this.orm.em.fork().execute<{ id: string }[]>(`select id from ${institutionsBy}() id`);
    for (const { id } of found) {
      const failed = (error: unknown) => this.options.log.error({ stack: (error as Error).stack, id }, 'ROUND_FAILED');
      await this.transact(systemViewer(id), false, run).catch(failed);
    }
  }

  /** Heard and done in one transaction: killed half-way, neither has happened. */
  private hearOnce(data: EventData, hearing: Hearing<Context>): Promise<void> {
    return this.transact(systemViewer(data.institutionId), false, async (context) => {
      const isFirst = await noteHeard(context.em, this.parts.database.schema, data);
      if (isFirst) await hearing.handle(data.payload, context);
    });
  }

  async execute(operation: SubgraphOperation, viewer: Viewer): Promise<ExecutionResult> {
    const prepared = this.execution.prepare(operation);
    if (!('run' in prepared)) return publicResult(prepared, viewer, this.options);
    const answered = await this.answer(prepared, operation, viewer);
    // Nothing was changed and nobody was answered: on another connection the question is asked again, once.
    const isLost = !prepared.changes && answered.errors?.some(isLostConnection);
    const { errors, ...data } = isLost ? await this.answer(prepared, operation, viewer) : answered;
    return errors ? publicResult({ ...data, errors }, viewer, this.options) : data;
  }

  /** The answer as it came about, its errors not yet fit to be shown. */
  private async answer(
    { changes, run }: PreparedOperation,
    { variables }: SubgraphOperation,
    viewer: Viewer,
  ): Promise<ExecutionResult> {
    try {
      return await this.transact(viewer, !changes, async (context) => {
        const result = await run(context, variables);
        if (changes && result.errors) throw new Refused({ data: null, errors: result.errors });
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return error.result;
      return { data: null, errors: [new GraphQLError('INTERNAL', { path: [], originalError: error as Error })] };
    }
  }

  async files(request: FileRequest, viewer: Viewer): Promise<FileResponse> {
    try {
      return await this.transact(viewer, request.method === 'GET', (context) => {
        if (!this.parts.files) throw new NotFound('FILE_NOT_FOUND');
        return this.parts.files(request, context);
      });
    } catch (error) {
      if (error instanceof CodedError) return refusedFile(error, viewer.requestId);
      throw error;
    }
  }

  ready(): Promise<boolean> {
    const answer = this.orm.em.getConnection().execute('select 1');
    return answer.then(
      () => true,
      () => false,
    );
  }

  stop(): Promise<void> {
    this.stopped ??= Promise.all([this.rounds?.stop(), this.jobs?.stop()]).then(() => this.orm.close(true));
    return this.stopped;
  }

  private async transact<T>(viewer: Viewer, readOnly: boolean, run: (context: Context) => Promise<T>): Promise<T> {
    const { parts, options, orm } = this;
    const variables = sessionVariables(viewer, parts.scopeOf(viewer));
    const now = options.clock();
    const auditRead = (fact: Omit<AuditFact, 'actorId'>) =>
      inTransaction(orm, { variables, readOnly: false }, (em) => {
        const place = { institutionId: viewer.institutionId, id: newId(now) };
        const database = em.getKysely() as unknown as Kysely<unknown>;
        return appendAudit(database, parts.database.schema, place, { ...fact, actorId: viewer.accountId });
      });
    return inTransaction(orm, { variables, readOnly }, (em) => {
      const enqueue: RequestContext['enqueue'] = async (queue, ids) => {
        if (!this.jobs) throw new Error(`This service has no queues to send to ${queue}`);
        await this.jobs.send(em, queue, { ...ids, institutionId: viewer.institutionId });
      };
      const { institutionId } = viewer;
      const publish: RequestContext['publish'] = async (event, payload) => {
        if (!this.jobs || !parts.publishes?.includes(event)) throw new Error(`This service does not publish ${event}`);
        await publishEvent(this.jobs, em, event, {
          institutionId,
          eventId: newId(now),
          payload,
        });
      };
      const base = { em, viewer, now, today: dayOf(now), options, auditRead, enqueue, publish };
      return run(parts.context({ ...base, announce: (field, id) => announce(em, { institutionId, field, id }) }));
    });
  }
}

function publicResult(result: ExecutionResult, viewer: Viewer, options: ServiceOptions): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => toPublicError(error, viewer.requestId, options.log)) };
}
