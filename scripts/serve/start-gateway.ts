import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createExecutor } from '@everyletter/gateway/executor/executor';
import { createGateway, type Gateway } from '@everyletter/gateway/http/gateway';
import type { GatewayOptions } from '@everyletter/gateway/http/gateway-options';
import { createMetrics } from '@everyletter/gateway/http/metrics';
import { watched } from '@everyletter/gateway/http/tracing';
import { type Auth, createAuth } from '@everyletter/gateway/identity/auth';
import { TrustedDocuments } from '@everyletter/gateway/operations/trusted-documents';
import { readExamples } from '@everyletter/gateway/reports/example-reports';
import { createLog } from '@everyletter/kit/log';
import { roleOf, urlAs } from '@everyletter/kit/migrate';
import { LocalDateScalar } from '@everyletter/kit/subgraph-schema';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@everyletter/roster/demo/accounts';
import pg from 'pg';
import type { Database } from './database.ts';
import { reporterFields } from './reporter-fields.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import type { Subgraphs } from './subgraphs.ts';

/** Codes that are the gateway's or a service's own are told; anything that does not look like one is not. */
const CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** Two folders up, from the source in scripts/serve and from the bundle in scripts/dist alike. */
const root = (file: string) => path.join(path.dirname(fileURLToPath(import.meta.url)), '../..', file);

export interface Identity {
  readonly pool: pg.Pool;
  readonly auth: Auth;
}

export function openIdentity({ ownerUrl }: Database, secrets: Secrets, settings: Settings): Identity {
  const role = roleOf('identity');
  const pool = new pg.Pool({
    connectionString: urlAs(ownerUrl, role, secrets.passwordOf(role)),
    options: '-c search_path=identity -c statement_timeout=5000',
    max: 20,
  });
  pool.on('error', () => {});
  const { sessionSecret: secret } = secrets;
  return { pool, auth: createAuth({ pool, secret, publicUrl: settings.publicUrl, oidc: settings.oidc }) };
}

export function startGateway(...parts: Parameters<typeof gatewayOptions>): Promise<Gateway> {
  return createGateway(gatewayOptions(...parts));
}

export interface GatewayParts extends Pick<GatewayOptions, 'announcements'> {
  readonly settings: Settings;
  readonly secrets: Secrets;
}

/** The production gateway's options; a measurement may put another executor in. */
export function gatewayOptions(
  subgraphs: Subgraphs,
  { pool, auth }: Identity,
  { settings, secrets, announcements }: GatewayParts,
): GatewayOptions {
  const documents = root('admin-ui/dist/documents.json');
  const metrics = createMetrics();
  return {
    executor: createExecutor({
      supergraphSdl: readFileSync(root('schema/supergraph.graphql'), 'utf8'),
      transport: watched(subgraphs.transport, metrics),
      scalars: { LocalDate: LocalDateScalar.parseValue },
      isPublicCode: (code) => CODE.test(code) && code !== 'INTERNAL_SERVER_ERROR',
    }),
    files: subgraphs.files,
    auth,
    identityPool: pool,
    sessionSecret: secrets.sessionSecret,
    publicUrl: settings.publicUrl,
    allowedOrigins: settings.allowedOrigins,
    documents: existsSync(documents) ? TrustedDocuments.fromFile(documents) : new TrustedDocuments(new Map()),
    reporterFields: reporterFields(),
    exampleReports: readExamples(root('gateway/reports')),
    siteDir: root('admin-ui/dist'),
    demoAccounts: settings.demo ? DEMO_ACCOUNTS.map((account) => ({ ...account, password: DEMO_PASSWORD })) : [],
    secondFactor: settings.demo ? 'OFF' : 'REQUIRED',
    keyMutations: ['takeInPetition'],
    identityProvider: settings.oidc !== undefined,
    announcements,
    subgraphsReady: subgraphs.ready,
    metrics,
    metricsToken: settings.metricsToken,
    clock: () => new Date(),
    log: createLog('gateway', settings.logLevel),
  };
}
