import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from './embedded-postgres.ts';
import { createLog } from './log.ts';
import { migrateService, roleOf, urlAs } from './migrate.ts';
import { prepareJobs } from './queues.ts';
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
  services: readonly Pick<ServiceDefinition, 'name' | 'migrations' | 'queues'>[],
): Promise<TestDatabase> {
  const base = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const dataDir = await mkdtemp(path.join(base, 'everyletter-test-'));
  const password = randomBytes(12).toString('hex');
  const log: string[] = [];
  const onLine = (line: string) => log.push(line);
  const postgres = await startPostgres({
    dataDir,
    password,
    durable: false,
    settings: { log_statement: 'all' },
    onLine,
  });
  const ownerUrl = `${postgres.url}/postgres`;
  try {
    for (const service of services) await migrateService(service, { ownerUrl, passwordOf: () => password });
    if (services.some(({ queues }) => queues)) await prepareJobs(ownerUrl, services);
  } catch (error) {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
    throw error;
  }
  const running: Service[] = [];
  const urlOf = (service: string) => urlAs(ownerUrl, roleOf(service), password);
  return {
    ownerUrl,
    urlOf,
    start: async (service, change = {}) => {
      const started = await service.start({
        databaseUrl: urlOf(service.name),
        keys: new InstitutionKeys(randomBytes(32)),
        log: createLog('test', 'silent'),
        clock: () => new Date(),
        jobs: false,
        ...change,
      });
      running.push(started);
      return started;
    },
    statementsOf: async (run) => {
      const from = log.length;
      await run();
      const client = new pg.Client(ownerUrl);
      await client.connect();
      await client.query(MARK);
      await client.end();
      while (!log.slice(from).some((line) => line.includes(MARK)))
        await new Promise((resolve) => setTimeout(resolve, 5));
      const lines = log.slice(from);
      const started = (line: string, at: number) => {
        const text = STATEMENT.exec(line)?.[1]?.trim();
        return text === '' ? (lines[at + 1] ?? '').trim() : text;
      };
      const statements = lines.map(started).filter((text) => text !== undefined);
      return statements.filter((statement) => !HOUSEKEEPING.test(statement) && !QUEUES.test(statement));
    },
    stop: async () => {
      for (const service of running) await service.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
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
