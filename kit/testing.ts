import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { type EmbeddedOptions, type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';
import type { EventData, EventName } from './events.ts';
import { SCHEMA } from './jobs.ts';
import { createLog } from './log.ts';
import { migrateService, roleOf, urlAs } from './migrate.ts';
import { copyPrepared, memory } from './prepared-databases.ts';
import { prepareJobs, type QueueUser, usesQueues } from './queues.ts';
import { InstitutionKeys } from './sealing.ts';
import type { Service, ServiceDefinition, ServiceOptions } from './service.ts';
import type { Role, Viewer } from './viewer.ts';

/** A database of its own on real PostgreSQL, in memory where the machine allows it. */
export interface TestDatabase {
  readonly ownerUrl: string;
  /** As a service's own role. */
  urlOf(service: string): string;
  /** Starts a service as its own role; without jobs. */
  start(service: ServiceDefinition, change?: Partial<ServiceOptions>): Promise<Service>;
  /** The statements the server ran while `run` did, without transaction control and settings. */
  statementsOf(run: () => Promise<unknown>): Promise<string[]>;
  /** What one statement finds, run as the owner of everything. */
  rows(statement: string, values?: readonly unknown[]): Promise<Answer[]>;
  /**
   * Gives an event to every service that hears it, and comes back when they are through; those that were started with
   * `jobs` hear it.
   * @throws Error when one of them failed
   */
  deliver(event: EventName, data: EventData): Promise<void>;
  stop(): Promise<void>;
}

/** Marks the end of a measured stretch in the server log. */
const MARK = 'select 1 as end_of_stretch';
const STATEMENT = /LOG: {2}(?:statement|execute [^:]*): (.*)$/;
const HOUSEKEEPING = /^(?:start transaction|begin|commit|rollback|select set_config|select 1 as end_of_stretch|set )/i;
/** The queues are looked at all the time, whoever asks. */
const QUEUES = /\bjobs\.|^(?:un)?listen /i;

/** Starts PostgreSQL, migrates these services and makes their queues; `stop` leaves nothing behind. */
export async function testDatabase(
  services: readonly (QueueUser & Pick<ServiceDefinition, 'migrations'>)[],
): Promise<TestDatabase> {
  const log: string[] = [];
  const { url, password, stop } = await startInMemory(services, (line) => log.push(line));
  const ownerUrl = `${url}/postgres`;
  const running: Service[] = [];
  const urlOf = (service: string) => urlAs(ownerUrl, roleOf(service), password);
  return {
    ownerUrl,
    urlOf,
    start: async (service, change = {}) => {
      const started = await service.start({ ...quietly(urlOf(service.name)), ...change });
      running.push(started);
      return started;
    },
    rows: (statement, values) => queryOnce(ownerUrl, statement, values),
    statementsOf: (run) => statementsIn(log, ownerUrl, run),
    deliver: (event, data) => deliver(ownerUrl, event, data),
    stop: async () => {
      for (const service of running) await service.stop();
      await stop();
    },
  };
}

type Prepared = readonly (QueueUser & Pick<ServiceDefinition, 'migrations'>)[];

/** A server of its own with these services in it; `stop` also removes its folder. */
async function startInMemory(services: Prepared, onLine: (line: string) => void) {
  const dataDir = await mkdtemp(path.join(memory, 'everyletter-test-'));
  const copied = await copyPrepared(keyOf(services), dataDir, (folder) => prepare(services, folder));
  const password = copied ?? (await prepare(services, dataDir));
  const postgres = await startServer(dataDir, password, { settings: { log_statement: 'all' }, onLine });
  return {
    url: postgres.url,
    password,
    stop: async () => {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Migrates the services and makes their queues on a new server, and stops it. Answers the password of every role. */
async function prepare(services: Prepared, dataDir: string): Promise<string> {
  const password = randomBytes(12).toString('hex');
  const postgres = await startServer(dataDir, password);
  const ownerUrl = `${postgres.url}/postgres`;
  try {
    for (const service of services) await migrateService(service, { ownerUrl, passwordOf: () => password });
    if (services.some(usesQueues)) await prepareJobs(ownerUrl, services);
  } finally {
    await postgres.stop();
  }
  return password;
}

/** Equal for equal schemas and queues. */
function keyOf(services: Prepared): string {
  const parts = services.map(({ migrations, ...uses }) => [
    uses,
    migrations.map(({ name, class: migration }) => [name, String(migration)]),
  ]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

function startServer(
  dataDir: string,
  password: string,
  more: Partial<EmbeddedOptions> = {},
): Promise<EmbeddedPostgres> {
  return startPostgres({ dataDir, password, durable: false, ...more });
}

const quietly = (databaseUrl: string): ServiceOptions => ({
  databaseUrl,
  keys: new InstitutionKeys(randomBytes(32)),
  log: createLog('test', 'silent'),
  clock: () => new Date(),
  jobs: false,
});

async function queryOnce(url: string, statement: string, values: readonly unknown[] = []) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

async function deliver(url: string, event: EventName, data: EventData): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, migrate: false, supervise: false, schedule: false });
  await boss.start();
  const hearers = await queryOnce(url, `select name from ${SCHEMA}.subscription where event = $1`, [event]);
  const ids = await Promise.all(hearers.map(({ name }) => boss.send(name, data)));
  await boss.stop({ graceful: false });
  const ended = `select name, state, output from ${SCHEMA}.job where id = any($1) and state not in ('created', 'active')`;
  for (;;) {
    const jobs = await queryOnce(url, ended, [ids]);
    const failed = jobs.find(({ state }) => state !== 'completed');
    if (failed) throw new Error(`${failed.name} failed: ${JSON.stringify(failed.output)}`);
    if (jobs.length === ids.length) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function statementsIn(log: readonly string[], url: string, run: () => Promise<unknown>): Promise<string[]> {
  const from = log.length;
  await run();
  await queryOnce(url, MARK);
  while (!log.slice(from).some((line) => line.includes(MARK))) await new Promise((resolve) => setTimeout(resolve, 5));
  const lines = log.slice(from);
  const started = (line: string, at: number) => {
    const text = STATEMENT.exec(line)?.[1]?.trim();
    return text === '' ? (lines[at + 1] ?? '').trim() : text;
  };
  const statements = lines.map(started).filter((text) => text !== undefined);
  return statements.filter((statement) => !HOUSEKEEPING.test(statement) && !QUEUES.test(statement));
}

// biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
export type Answer = any;

/** The service's answer as the plain JSON that a caller gets. */
export async function ask(
  service: Pick<Service, 'execute'>,
  viewer: Viewer,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Answer> {
  return JSON.parse(JSON.stringify(await service.execute({ query, variables }, viewer)));
}

/** A viewer of one institution; `change` replaces what the test is about. */
export function buildViewer(institutionId: string, roles: readonly Role[], change: Partial<Viewer> = {}): Viewer {
  return {
    accountId: '01900000-0000-7000-8000-00000000aaaa',
    institutionId,
    roles,
    departmentIds: [],
    displayName: '测试',
    staffId: null,
    lawyerId: null,
    mediatorId: null,
    partnerOrganisationId: null,
    via: 'SESSION',
    requestId: 'test-request',
    ...change,
  };
}
