import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { SchemaViews } from '../operations/schema-views.ts';
import { apiKeysRoutes } from './api-keys-routes.ts';
import { createAskFor } from './asked-document.ts';
import { authRoutes } from './auth-routes.ts';
import { compressJson } from './compress-json.ts';
import { exportsRoute } from './exports-route.ts';
import { feedsRoute } from './feeds-route.ts';
import { filesRoute } from './files-route.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { graphqlRoute } from './graphql-route.ts';
import { createIdentify } from './identify.ts';
import { liveRoute } from './live-route.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { Refusal, refusalBody } from './refusal.ts';
import { reportsRoute } from './reports-route.ts';
import { site } from './site.ts';
import { statusRoutes } from './status-routes.ts';

const MAX_IN_FLIGHT = 400;
/** Slow clients are cut off. Milliseconds. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How long requests in flight may take once the gateway is asked to stop. Milliseconds. */
const DRAIN_MS = 10_000;

export interface Gateway {
  /** Answers the port it listens on. */
  listen(port: number, host?: string): Promise<number>;
  /** Takes no new requests, finishes those in flight, and gives up on them at the deadline. */
  close(): Promise<void>;
  readonly metrics: Metrics;
}

/** The one door: sessions, GraphQL, files, and the application itself. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const server = fastify({
    genReqId: () => randomUUID(),
    requestTimeout: REQUEST_TIMEOUT_MS,
    connectionTimeout: REQUEST_TIMEOUT_MS,
    bodyLimit: 256 * 1024,
    logger: false,
    // Strangers are counted by address; only a proxy on this machine is believed about it.
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
  });
  const metrics = options.metrics ?? createMetrics();
  const identify = createIdentify(options);
  const views = new SchemaViews(options.executor.apiSchema, options.reporterFields);
  const doors = { identify, askFor: createAskFor(options, views) };
  await secure(server, options);
  const unused = unusedConnections(server);
  countInFlight(server, metrics, options.maxInFlight ?? MAX_IN_FLIGHT);
  answerErrors(server, metrics, options);
  compressJson(server);
  graphqlRoute(server, { options, ...doors, metrics });
  liveRoute(server, options, doors);
  reportsRoute(server, { options, ...doors, metrics });
  authRoutes(server, options, identify);
  apiKeysRoutes(server, options, identify);
  await filesRoute(server, options, identify);
  exportsRoute(server, options, doors);
  feedsRoute(server, options);
  statusRoutes(server, options, metrics);
  await site(server, options.siteDir);
  return {
    metrics,
    async listen(port, host = '0.0.0.0') {
      await server.listen({ port, host });
      const [address] = server.addresses();
      return typeof address === 'object' ? address.port : port;
    },
    close: () => drain(server, unused),
  };
}

async function secure(server: FastifyInstance, { publicUrl, allowedOrigins }: GatewayOptions): Promise<void> {
  const isHttps = publicUrl.startsWith('https://');
  await server.register(helmet, {
    // `no-referrer` would also drop the Origin of our own sign-in, and the accounts library would refuse it.
    referrerPolicy: { policy: 'same-origin' },
    hsts: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await server.register(cors, { origin: [...allowedOrigins], credentials: true, methods: ['GET', 'POST'] });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
}

/** Beyond the cap callers are told to come back; `/healthz` and friends are always answered. */
function countInFlight(server: FastifyInstance, metrics: Metrics, max: number): void {
  let inFlight = 0;
  server.addHook('onRequest', async (request, reply) => {
    // A stream is not an answer under way: those are counted by its own limit.
    if (!/^\/(?:graphql(?!\/stream)|files|exports|feeds|auth)/.test(request.url)) return;
    if (inFlight >= max) throw new Refusal(503, 'OVERLOADED', {}, { 'retry-after': '1' });
    inFlight += 1;
    metrics.inFlight.set(inFlight);
    reply.raw.once('close', () => {
      inFlight -= 1;
      metrics.inFlight.set(inFlight);
    });
  });
}

function answerErrors(server: FastifyInstance, metrics: Metrics, { log }: GatewayOptions): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal.code === 'INTERNAL') log.error({ requestId: request.id, stack: error.stack }, 'INTERNAL');
    metrics.refusals.inc({ code: refusal.code });
    return reply.code(refusal.status).headers(refusal.headers).send(refusalBody(refusal, request.id));
  });
}

function toRefusal(error: FastifyError): Refusal {
  if (error instanceof Refusal) return error;
  if (error.statusCode === 413) return new Refusal(413, 'BODY_TOO_LARGE');
  if (error.statusCode === 415) return new Refusal(415, 'BODY_INVALID');
  // What the site's folder refuses to serve is not there: the two answers must not differ.
  if (error.statusCode === 403 || error.statusCode === 404) return new Refusal(404, 'NOT_FOUND');
  if (error.statusCode === 400) return new Refusal(400, 'BODY_INVALID');
  return new Refusal(500, 'INTERNAL');
}

/** Browsers open connections ahead of need; Node does not take one that never carried a request for idle. */
function unusedConnections({ server }: FastifyInstance): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  server.on('request', ({ socket }: IncomingMessage) => unused.delete(socket));
  return unused;
}

async function drain(server: FastifyInstance, unused: ReadonlySet<Socket>): Promise<void> {
  const deadline = new Promise<void>((resolve) => {
    setTimeout(resolve, DRAIN_MS).unref();
  });
  const closed = server.close();
  for (const socket of unused) socket.destroy();
  await Promise.race([closed, deadline]);
  server.server.closeAllConnections();
}
