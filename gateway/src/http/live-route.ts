import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionAnswer } from '../executor/executor.ts';
import type { Doors } from './doors.ts';
import { EventStream } from './event-stream.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { checkedBody, type GraphQLBody } from './graphql-body.ts';
import type { Caller } from './identify.ts';
import { LiveWatches } from './live.ts';
import { Refusal } from './refusal.ts';

/** Streams of one process, and of one account among them. */
const MAX_STREAMS = 1000;
const MAX_OF_ONE = 12;
/** A script needs one or two. */
const MAX_OF_KEY = 3;
const TIMEOUT_MS = 8000;

/**
 * `/graphql/stream`: a subscription as server-sent events, by `GET` for an `EventSource` or by `POST`. At each
 * announcement the caller is found anew and the subscription asked again, so that a lost session or role ends the
 * stream or what it shows at once; watching does not count as use of the session.
 */
export function liveRoute(server: FastifyInstance, options: GatewayOptions, { identify, askFor }: Doors): void {
  const watches = new LiveWatches();
  const streams = new Map<EventStream, string>();
  const unsubscribe = options.announcements.subscribe(watches.tell);
  server.addHook('preClose', async () => {
    unsubscribe();
    for (const stream of streams.keys()) stream.complete();
  });

  async function open(request: FastifyRequest, reply: FastifyReply, body: GraphQLBody): Promise<void> {
    const caller = await identify(request);
    const watcher = watcherOf(caller);
    makeRoom([...streams.values()], watcher);
    const { viewer, document, own } = askFor(body, caller);
    const asked = { ...body, document, introspection: false, view: own?.view, live: true };
    const field = options.executor.watchedField(asked);
    const first = await options.executor.execute(asked, viewer, AbortSignal.timeout(TIMEOUT_MS));
    if (!field || first.data === undefined) return void reply.code(400).send(withRequestId(first, request.id));
    const stream = new EventStream(reply);
    stream.next(first);
    const ids = new Set(Object.values(body.variables ?? {}).filter((value) => typeof value === 'string'));
    const remove = watches.add({
      institutionId: viewer.institutionId,
      field,
      ids,
      again: async () => {
        const now = await identify(request, { use: false }).catch(() => null);
        if (!now) return stream.complete();
        stream.next(await options.executor.execute(asked, askFor(body, now).viewer, AbortSignal.timeout(TIMEOUT_MS)));
      },
    });
    streams.set(stream, watcher.id);
    reply.raw.once('close', () => {
      remove();
      streams.delete(stream);
    });
  }

  server.get<{ Querystring: Record<string, string> }>('/graphql/stream', (request, reply) =>
    open(request, reply, checkedBody(fromAddress(request.query))),
  );
  server.post('/graphql/stream', (request, reply) => open(request, reply, checkedBody(request.body)));
}

/** Streams are counted by key, or by account for those who are signed in. */
interface Watcher {
  readonly id: string;
  readonly limit: number;
}

function watcherOf({ viewer, key }: Caller): Watcher {
  return key ? { id: key.id, limit: MAX_OF_KEY } : { id: viewer.accountId, limit: MAX_OF_ONE };
}

function makeRoom(open: readonly string[], { id, limit }: Watcher): void {
  const own = open.filter((one) => one === id).length;
  if (own >= limit) throw new Refusal(429, 'TOO_MANY_STREAMS', { limit, found: own + 1 });
  if (open.length >= MAX_STREAMS) throw new Refusal(503, 'OVERLOADED', {}, { 'retry-after': '5' });
}

/** Variables stand in the address as JSON. */
function fromAddress({ variables, ...rest }: Readonly<Record<string, string>>): object {
  if (variables === undefined) return rest;
  try {
    return { ...rest, variables: JSON.parse(variables) };
  } catch {
    throw new Refusal(400, 'BODY_INVALID');
  }
}

function withRequestId(answer: ExecutionAnswer, requestId: string) {
  return {
    ...answer,
    errors: answer.errors?.map((error) => ({ ...error, extensions: { requestId, ...error.extensions } })),
  };
}
