import { createInProcessTransport } from '@everyletter/gateway/executor/transports/in-process';
import { ConfigError } from '@everyletter/kit/config';
import { NotFound } from '@everyletter/kit/errors';
import type { Viewer } from '@everyletter/kit/viewer';
import { openServer } from './database.ts';
import { loadDemo } from './load-demo.ts';
import { portMustBeFree } from './port.ts';
import { step } from './progress.ts';
import { loadSecrets } from './secrets.ts';
import { readSettings, type Settings } from './settings.ts';
import { Shutdown } from './shutdown.ts';
import { openIdentity, type Subgraphs, startGateway } from './start-gateway.ts';
import { migrateAll, startServices } from './start-services.ts';

/** A subgraph that has not answered by then is given up on. Milliseconds. */
const SUBGRAPH_TIMEOUT_MS = 5000;

/** Everything in one process, on one port. */
async function serve(settings: Settings, shutdown: Shutdown): Promise<void> {
  await portMustBeFree(settings.port);
  const secrets = await loadSecrets(settings.dataDir);
  const database = await step('PostgreSQL', () => openServer(settings, secrets));
  shutdown.add(() => database.stop());
  await step('migrations', () => migrateAll(database, secrets));
  const identity = openIdentity(database, secrets, settings);
  shutdown.add(() => identity.pool.end());
  const key = settings.demo
    ? await loadDemo({ database, secrets, identityPool: identity.pool, auth: identity.auth })
    : null;
  const services = await step('services', () => startServices(database, secrets, settings));
  for (const service of services.values()) shutdown.add(() => service.stop());
  const gateway = await startGateway(inProcess(services), identity, { settings, secrets });
  shutdown.add(() => gateway.close());
  await gateway.listen(settings.port);
  if (key) console.log(`  reporter's demo key, shown only now: ${key}`);
  console.log(`EveryLetter ready at ${settings.publicUrl}`);
}

function inProcess(services: Awaited<ReturnType<typeof startServices>>): Subgraphs {
  const local = [...services].map(([name, service]) => [name, service.execute.bind(service)] as const);
  return {
    transport: createInProcessTransport<Viewer>(Object.fromEntries(local) as never, SUBGRAPH_TIMEOUT_MS),
    async files(subgraph, request, viewer) {
      const service = services.get(subgraph);
      if (!service) throw new NotFound('FILE_NOT_FOUND');
      return service.files(request, viewer);
    },
    ready: async () => (await Promise.all([...services.values()].map((service) => service.ready()))).every(Boolean),
  };
}

const shutdown = new Shutdown();
shutdown.onSignals();
try {
  await serve(readSettings(process.env), shutdown);
} catch (error) {
  console.error(error instanceof ConfigError ? `\n${error.message}` : error);
  await shutdown.run(1);
}
