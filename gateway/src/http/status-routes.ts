import type { FastifyInstance } from 'fastify';
import { Viewers } from '../identity/viewers.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`: the process lives. `/readyz`: it can answer. `/metrics`: how it does, for Prometheus. */
export function statusRoutes(server: FastifyInstance, options: GatewayOptions, metrics: Metrics): void {
  const viewers = new Viewers(options.identityPool);
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_, reply) => {
    const [identity, subgraphs] = await Promise.all([viewers.ready(), options.subgraphsReady()]);
    const ready = identity && subgraphs;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', identity, subgraphs });
  });
  server.get('/metrics', async (_, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
