import path from 'node:path';
import { ConfigError } from '@everyletter/kit/config';
import { startPostgres } from '@everyletter/kit/embedded-postgres';
import pg from 'pg';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Name of the one database inside the embedded server. */
const DATABASE = 'everyletter';

/** Milliseconds. */
const ANSWER_WITHIN_MS = 10_000;

export interface Database {
  /** As the owner, who may create schemas and roles. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/**
 * The embedded server in the data folder, or the PostgreSQL the settings name.
 * @throws ConfigError when the named one does not answer
 */
export async function openServer(settings: Settings, secrets: Secrets): Promise<Database> {
  if (settings.databaseUrl) {
    await mustAnswer(settings.databaseUrl);
    return { ownerUrl: settings.databaseUrl, stop: async () => {} };
  }
  const postgres = await startPostgres({
    dataDir: path.join(settings.dataDir, 'postgres'),
    password: secrets.passwordOf('postgres'),
    durable: true,
  });
  await ensureDatabase(`${postgres.url}/postgres`);
  return { ownerUrl: `${postgres.url}/${DATABASE}`, stop: () => postgres.stop() };
}

/** The URL holds a password, so that only the reason is repeated. */
async function mustAnswer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError([`DATABASE_URL: no connection to that database (${code ?? message})`]);
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
