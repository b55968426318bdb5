import type { Migration } from '@mikro-orm/migrations';
import type { Options } from '@mikro-orm/postgresql';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { EventName } from './events.ts';
import type { QueueName } from './jobs.ts';
import type { Logger } from './log.ts';
import type { Mailer } from './mail.ts';
import type { PolicyTable } from './policy.ts';
import type { InstitutionKeys } from './sealing.ts';
import type { Viewer } from './viewer.ts';

/** What a deployment needs to know of a bounded context to migrate, start and join it. */
export interface ServiceDefinition {
  /** Subgraph name, schema name in the database, and `el_<name>` as its role. */
  readonly name: string;
  readonly migrations: readonly { readonly name: string; readonly class: new (...args: never[]) => Migration }[];
  /** Tables as the code sees them; held against the migrated ones by a test. */
  readonly entities: NonNullable<Options['entities']>;
  /** Of the jobs this service does. */
  readonly queues?: readonly QueueName[];
  /** Events of other services; its schema then has the table of `inboxTableSql`. */
  readonly hears?: readonly EventName[];
  readonly publishes?: readonly EventName[];
  /** Keeps what an outside organisation sealed: is given `outsideKeys`. */
  readonly keepsOutsideSecrets?: boolean;
  /** Without a database: for printing the SDL and checking the policy table. */
  buildSchema(): SubgraphSchema;
  start(options: ServiceOptions): Promise<Service>;
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  readonly policy: PolicyTable;
}

export interface ServiceOptions {
  /** As the service's non-owner role. */
  readonly databaseUrl: string;
  readonly keys: InstitutionKeys;
  /**
   * Keys of outside organisations, from a master of their own: for what the institution itself must not be able to read.
   * Given to no service that does not ask for them.
   */
  readonly outsideKeys?: InstitutionKeys;
  readonly log: Logger;
  readonly clock: () => Date;
  /** Whether this process does the jobs of the service's queues; any process may enqueue them. */
  readonly jobs: boolean;
  /** A program that reads a file from its input and ends with 0 when it holds no virus; none when left out. */
  readonly scanCommand?: string;
  /** None is sent when left out. */
  readonly mailer?: Mailer;
  /** As browsers see the product, for links in letters: `https://letters.example`. */
  readonly publicUrl?: string;
}

export interface SubgraphOperation {
  readonly query: string;
  readonly document?: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A running service. `execute` is the door for callers in the same process; HTTP stands in front of the same one. */
export interface Service {
  execute(operation: SubgraphOperation, viewer: Viewer): Promise<ExecutionResult>;
  files(request: FileRequest, viewer: Viewer): Promise<FileResponse>;
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

export interface FileRequest {
  readonly method: 'GET' | 'POST';
  /** Below `/files/<service>/`. */
  readonly path: string;
  readonly fileName?: string;
  readonly body?: Buffer;
}

export interface FileResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}
