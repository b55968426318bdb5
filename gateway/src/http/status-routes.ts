import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Viewers } from '../identity/viewers.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';

/**
 * `/healthz`: the process lives. `/readyz`: it can answer. `/metrics`: how it does, for Prometheus, which shows its token;
 * without one it is told on this machine only, and for all others there is no such address.
 */
export function statusRoutes(server: FastifyInstance, options: GatewayOptions, metrics: Metrics): void {
  const viewers = new Viewers(options.identityPool);
  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/readyz', async (_, reply) => {
    const [identity, subgraphs] = await Promise.all([viewers.ready(), options.subgraphsReady()]);
    const ready = identity && subgraphs;
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', identity, subgraphs });
  });
  server.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) throw new Refusal(404, 'NOT_FOUND');
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

const LOOPBACK = /^(?:127\.|::1$|::ffff:127\.)/;

function mayReadMetrics({ ip, headers }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) return LOOPBACK.test(ip);
  const hashes = [`Bearer ${token}`, headers.authorization ?? ''].map((text) =>
    createHash('sha256').update(text).digest(),
  );
  return timingSafeEqual(hashes[0] as Buffer, hashes[1] as Buffer);
}
