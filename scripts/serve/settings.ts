import path from 'node:path';
import { databaseUrlSetting, parseEnv, portSetting, switchSetting } from '@everyletter/kit/config';
import * as v from 'valibot';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

const SHAPE = {
  /** The one port everything is served on. */
  PORT: portSetting(4000),
  /** Where the embedded database and the keys live; relative to where the command is given. */
  DATA_DIR: v.pipe(v.optional(v.string(), '.data'), v.nonEmpty('must name a folder')),
  /** A PostgreSQL (15 or newer) of one's own, as a role that may create schemas and roles. */
  DATABASE_URL: databaseUrlSetting,
  /** 1 loads demo data on first run and opens the demo accounts without a second factor. */
  DEMO: switchSetting(true),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`), 'warn'),
};

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly logLevel: string;
}

/** @throws ConfigError naming every variable that is wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT, DATA_DIR, DATABASE_URL, DEMO, LOG_LEVEL } = parseEnv(SHAPE, env);
  return {
    port: PORT,
    dataDir: path.resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    demo: DEMO,
    logLevel: LOG_LEVEL,
  };
}
