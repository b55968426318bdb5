import path from 'node:path';
import { ConfigError, databaseUrlSetting, parseEnv, portSetting, switchSetting } from '@everyletter/kit/config';
import type { MailSetting } from '@everyletter/kit/mail';
import * as v from 'valibot';

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;

/** As a browser writes an origin: scheme, host and port, nothing behind. */
const ORIGIN = /^https?:\/\/[^/\s]+$/;

const SHAPE = {
  /** The one port everything is served on. */
  PORT: portSetting(4000),
  /** Where the embedded database and the keys live; relative to where the command is given. */
  DATA_DIR: v.pipe(v.optional(v.string(), '.data'), v.nonEmpty('must name a folder')),
  /** Signed ends of the audit chains; best on another machine's disk. */
  AUDIT_HEADS_FILE: v.optional(v.string()),
  /** A PostgreSQL (15 or newer) of one's own, as a role that may create schemas and roles. */
  DATABASE_URL: databaseUrlSetting,
  /** 1 loads demo data on first run and opens the demo accounts without a second factor. */
  DEMO: switchSetting(true),
  /** As browsers see it, when something stands in front: `https://letters.example`. */
  PUBLIC_URL: v.optional(v.pipe(v.string(), v.regex(ORIGIN, 'must be http(s)://host without a path'))),
  /** Origins of other sites that may call, separated by commas. */
  ALLOWED_ORIGINS: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
    v.array(v.pipe(v.string(), v.regex(ORIGIN, 'each must be http(s)://host without a path'))),
  ),
  /** Sign-in through an identity provider; all three or none. */
  OIDC_ISSUER: v.optional(v.pipe(v.string(), v.url('must be a URL'))),
  OIDC_CLIENT_ID: v.optional(v.string()),
  OIDC_CLIENT_SECRET: v.optional(v.string()),
  /** Looks for viruses in uploads: reads a file from its input, ends with 0 when it is clean, with 1 when it is not. */
  SCAN_COMMAND: v.optional(v.string()),
  /** A mail server, `smtps://user:password@mail.example`; without one letters lie in `mail` of the data folder. */
  SMTP_URL: v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\/[^\s]+$/, 'must start with smtp:// or smtps://'))),
  /** Whom letters come from. */
  MAIL_FROM: v.pipe(v.optional(v.string(), 'EveryLetter <no-reply@localhost>'), v.includes('@', 'must be an address')),
  /** What a collector shows as its bearer token to read `/metrics`; without it only this machine may. */
  METRICS_TOKEN: v.optional(v.pipe(v.string(), v.minLength(16, 'must have at least 16 characters'))),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`), 'warn'),
};

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  /** Where the ends of the audit chains are written, outside the database. */
  readonly auditHeadsFile: string;
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly logLevel: string;
  readonly scanCommand?: string;
  readonly metricsToken?: string;
  readonly publicUrl: string;
  readonly mail: MailSetting;
  readonly allowedOrigins: readonly string[];
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
}

/** @throws ConfigError naming every variable that is wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { PORT, DATA_DIR, DATABASE_URL, DEMO, LOG_LEVEL, PUBLIC_URL, ALLOWED_ORIGINS, AUDIT_HEADS_FILE, ...rest } =
    parseEnv(SHAPE, env);
  return {
    port: PORT,
    dataDir: path.resolve(DATA_DIR),
    auditHeadsFile: path.resolve(AUDIT_HEADS_FILE ?? path.join(DATA_DIR, 'audit-heads.jsonl')),
    databaseUrl: DATABASE_URL,
    demo: DEMO,
    logLevel: LOG_LEVEL,
    scanCommand: rest.SCAN_COMMAND,
    metricsToken: rest.METRICS_TOKEN,
    publicUrl: PUBLIC_URL ?? `http://localhost:${PORT}`,
    allowedOrigins: ALLOWED_ORIGINS,
    mail: mailSetting(rest, path.resolve(DATA_DIR)),
    oidc: oidcSettings(rest),
  };
}

function mailSetting(
  { SMTP_URL, MAIL_FROM: from }: { SMTP_URL?: string; MAIL_FROM: string },
  dataDir: string,
): MailSetting {
  return SMTP_URL ? { from, smtpUrl: SMTP_URL } : { from, folder: path.join(dataDir, 'mail') };
}

function oidcSettings(given: Readonly<Record<string, string | undefined>>): Settings['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given;
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret };
  const missing = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].filter((name) => !given[name]);
  if (missing.length < 3) throw new ConfigError(missing.map((name) => `${name}: is missing beside the others`));
  return undefined;
}
