import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Kysely } from 'kysely';
import { type AuditFact, appendAudit } from './audit.ts';
import { type Background, type SystemDoor, systemViewer } from './background.ts';
import { type DatabaseOptions, inTransaction, openDatabase, type Scope, sessionVariables } from './database.ts';
import { CodedError, NotFound } from './errors.ts';
import { Execution, toPublicError } from './execution.ts';
import { refusedFile } from './file-refusal.ts';
import { newId } from './id.ts';
import type {
  FileRequest,
  FileResponse,
  Service,
  ServiceOptions,
  SubgraphOperation,
  SubgraphSchema,
} from './service.ts';
import { dayOf, type LocalDate } from './time.ts';
import type { Viewer } from './viewer.ts';

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
  /** Once this request is committed, the background looks for work. Where another process runs the jobs, it will. */
  wakeJobs(): void;
}

export interface SubgraphParts<Context extends RequestContext> {
  readonly schema: SubgraphSchema;
  readonly database: Omit<DatabaseOptions, 'url'>;
  /** How far this viewer sees in this service. */
  scopeOf(viewer: Viewer): Scope;
  context(base: RequestContext): Context;
  files?(request: FileRequest, context: Context): Promise<FileResponse>;
  /** What runs between requests, in processes that run jobs. */
  jobs?(asSystem: SystemDoor<Context>, options: ServiceOptions): readonly Background[];
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
  return new Subgraph(parts, options, await openDatabase({ ...parts.database, url: options.databaseUrl }));
}

class Subgraph<Context extends RequestContext> implements Service {
  private readonly execution: Execution;
  private readonly jobs: readonly Background[];
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly parts: SubgraphParts<Context>,
    private readonly options: ServiceOptions,
    private readonly orm: MikroORM,
  ) {
    this.execution = new Execution(parts.schema.schema);
    const asSystem: SystemDoor<Context> = (institutionId, run) =>
      this.transact(systemViewer(institutionId), false, run);
    this.jobs = options.jobs ? (parts.jobs?.(asSystem, options) ?? []) : [];
  }

  async execute(operation: SubgraphOperation, viewer: Viewer): Promise<ExecutionResult> {
    const prepared = this.execution.prepare(operation);
    if (!('run' in prepared)) return publicResult(prepared, viewer, this.options);
    const { changes } = prepared;
    try {
      return await this.transact(viewer, !changes, async (context) => {
        const result = publicResult(await prepared.run(context, operation.variables), viewer, this.options);
        if (changes && result.errors) throw new Refused({ data: null, errors: result.errors });
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return error.result;
      const wrapped = new GraphQLError('INTERNAL', { path: [], originalError: error as Error });
      return { data: null, errors: [toPublicError(wrapped, viewer.requestId, this.options.log)] };
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
    this.stopped ??= Promise.all(this.jobs.map((job) => job.stop())).then(() => this.orm.close(true));
    return this.stopped;
  }

  private async transact<T>(viewer: Viewer, readOnly: boolean, run: (context: Context) => Promise<T>): Promise<T> {
    const { parts, options, orm } = this;
    const variables = sessionVariables(viewer, parts.scopeOf(viewer));
    const now = options.clock();
    let woken = false;
    const wakeJobs = () => {
      woken = true;
    };
    const auditRead = (fact: Omit<AuditFact, 'actorId'>) =>
      inTransaction(orm, { variables, readOnly: false }, (em) => {
        const place = { institutionId: viewer.institutionId, id: newId(now) };
        const database = em.getKysely() as unknown as Kysely<unknown>;
        return appendAudit(database, parts.database.schema, place, { ...fact, actorId: viewer.accountId });
      });
    const result = await inTransaction(orm, { variables, readOnly }, (em) =>
      run(parts.context({ em, viewer, now, today: dayOf(now), options, auditRead, wakeJobs })),
    );
    if (woken) for (const job of this.jobs) job.wake();
    return result;
  }
}

function publicResult(result: ExecutionResult, viewer: Viewer, options: ServiceOptions): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => toPublicError(error, viewer.requestId, options.log)) };
}
