import { hasRole, strangerViewer } from '@everyletter/kit/viewer';
import type { FastifyInstance } from 'fastify';
import type { GatewayOptions } from './gateway-options.ts';
import { checkedBody, documentOf } from './graphql-body.ts';
import type { Identify } from './identify.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { StrangerLimit } from './stranger-limit.ts';
import { inSpan } from './tracing.ts';

const BODY_LIMIT = 256 * 1024;
const TIMEOUT_MS = 8000;

interface Parts {
  readonly options: GatewayOptions;
  readonly identify: Identify;
  readonly metrics: Metrics;
}

/** `POST /graphql`: trusted documents for the application, documents under limits for reporters. */
export function graphqlRoute(server: FastifyInstance, { options, identify, metrics }: Parts): void {
  const { executor, documents, clock, timeoutMs = TIMEOUT_MS } = options;
  const strangers = new StrangerLimit(clock);
  server.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const body = checkedBody(request.body);
    const isForStrangers = body.documentId !== undefined && documents.isPublic(body.documentId);
    if (isForStrangers) strangers.count(request.ip);
    // Whoever sends such a document is answered as a stranger: what it shows does not depend on who is signed in.
    const viewer = isForStrangers ? strangerViewer(request.id) : (await identify(request)).viewer;
    const document = documentOf(body, viewer, options);
    const name = body.documentId === undefined ? 'ad hoc' : (body.operationName ?? 'unnamed');
    const stop = metrics.operations.startTimer({ operation: name });
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const { operationName, variables } = body;
    const introspection = viewer.via === 'API_KEY' && hasRole(viewer, 'REPORTER');
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(timeoutMs)]);
    const answer = await inSpan('graphql operation', { 'graphql.operation.name': name }, () =>
      executor.execute({ document, operationName, variables, introspection }, viewer, signal),
    );
    stop({ outcome: answer.errors ? 'errors' : 'ok' });
    const errors = answer.errors?.map((error) => ({
      ...error,
      extensions: { requestId: request.id, ...error.extensions },
    }));
    return reply.code(answer.data === undefined ? 400 : 200).send(errors ? { ...answer, errors } : answer);
  });
  server.get('/graphql', () => {
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', {}, { allow: 'POST' });
  });
}
