import { createInProcessTransport } from '@everyletter/gateway/executor/transports/in-process';
import { NotFound } from '@everyletter/kit/errors';
import type { Viewer } from '@everyletter/kit/viewer';
import type { Database } from './database.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';
import { startServices } from './start-services.ts';
import { SUBGRAPH_TIMEOUT_MS, type Subgraphs } from './subgraphs.ts';

/** Every service in this process, called as functions. */
export async function inProcess(database: Database, secrets: Secrets, settings: Settings): Promise<Subgraphs> {
  const services = await startServices(database, secrets, settings);
  const all = [...services.values()];
  const local = [...services].map(([name, service]) => [name, service.execute.bind(service)] as const);
  return {
    processIds: [],
    transport: createInProcessTransport<Viewer>(Object.fromEntries(local) as never, SUBGRAPH_TIMEOUT_MS),
    async files(subgraph, request, viewer) {
      const service = services.get(subgraph);
      if (!service) throw new NotFound('FILE_NOT_FOUND');
      return service.files(request, viewer);
    },
    ready: async () => (await Promise.all(all.map((service) => service.ready()))).every(Boolean),
    async stop() {
      await Promise.all(all.map((service) => service.stop()));
    },
  };
}
