import { createPublicKey } from 'node:crypto';
import { createLog } from '@everyletter/kit/log';
import { type MailSetting, openMailer } from '@everyletter/kit/mail';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import { serveSubgraph } from '@everyletter/kit/subgraph-server';
import { ViewerTokens } from '@everyletter/kit/viewer';
import { SERVICES } from './services.ts';
import { Shutdown } from './shutdown.ts';

/** What the gateway's process tells this one, and nothing more: not the key that signs viewers. */
export interface SubgraphStart {
  readonly name: string;
  /** As the service's own role. */
  readonly databaseUrl: string;
  /** Base64. */
  readonly masterKey: string;
  /** Base64; for a service that keeps secrets of outside organisations. */
  readonly outsideMasterKey?: string;
  /** PEM. */
  readonly viewerPublicKey: string;
  readonly logLevel: string;
  readonly scanCommand?: string;
  readonly mail: MailSetting;
  readonly publicUrl: string;
}

/** One subgraph over HTTP on a port of its own, which it tells its parent; it goes when the parent goes. */
async function serve(start: SubgraphStart): Promise<void> {
  const { name, databaseUrl, masterKey, outsideMasterKey, viewerPublicKey, logLevel, scanCommand, publicUrl } = start;
  const definition = SERVICES.find((service) => service.name === name);
  if (!definition) throw new Error(`No service ${name}`);
  const log = createLog(name, logLevel);
  const shutdown = new Shutdown({ quiet: true });
  shutdown.onSignals();
  process.once('disconnect', () => void shutdown.run(0));
  const keys = keysOf(masterKey);
  const outsideKeys = outsideMasterKey === undefined ? undefined : keysOf(outsideMasterKey);
  const given = { databaseUrl, keys, outsideKeys, log, scanCommand, publicUrl, mailer: openMailer(start.mail) };
  const service = await definition.start({ ...given, clock: () => new Date(), jobs: true });
  shutdown.add(() => service.stop());
  const tokens = new ViewerTokens(name, createPublicKey(viewerPublicKey));
  const server = await serveSubgraph({ service, schema: definition.buildSchema().schema, tokens, log });
  shutdown.add(() => server.close());
  process.send?.(server.port);
}

const keysOf = (master: string) => new InstitutionKeys(Buffer.from(master, 'base64'));

process.once('message', (start: SubgraphStart) => {
  serve(start).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
