import { hasRole, type Viewer } from '@everyletter/kit/viewer';
import type { FastifyInstance } from 'fastify';
import type { DocumentNode } from 'graphql';
import { AD_HOC_LIMITS, readWithin } from '../operations/document-limits.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { Identify } from './identify.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { inSpan } from './tracing.ts';

const BODY_LIMIT = 256 * 1024;
const TIMEOUT_MS = 8000;

interface GraphQLBody {
  readonly documentId?: string;
  readonly query?: string;
  readonly operationName?: string;
  readonly variables?: Record<string, unknown>;
}

interface Parts {
  readonly options: GatewayOptions;
  readonly identify: Identify;
  readonly metrics: Metrics;
}

/** `POST /graphql`: trusted documents for the application, documents under limits for reporters. */
export function graphqlRoute(server: FastifyInstance, { options, identify, metrics }: Parts): void {
  const { executor, documents, timeoutMs = TIMEOUT_MS } = options;
  server.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const body = checkedBody(request.body);
    const viewer = await identify(request);
    const isTrusted = body.documentId !== undefined;
    const document = isTrusted ? documents.get(String(body.documentId)) : adHocDocument(body, viewer, options);
    const name = isTrusted ? (body.operationName ?? 'unnamed') : 'ad hoc';
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

function checkedBody(body: unknown): GraphQLBody {
  if (Array.isArray(body)) throw new Refusal(400, 'BATCHING_NOT_ALLOWED');
  if (typeof body !== 'object' || body === null) throw new Refusal(400, 'BODY_INVALID');
  const { documentId, query, operationName, variables } = body as Record<string, unknown>;
  const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string';
  const isMap =
    variables === undefined || variables === null || (typeof variables === 'object' && !Array.isArray(variables));
  if (!isText(documentId) || !isText(query) || !isText(operationName) || !isMap) throw new Refusal(400, 'BODY_INVALID');
  return {
    documentId: (documentId as string | null) ?? undefined,
    query: (query as string | null) ?? undefined,
    operationName: (operationName as string | null) ?? undefined,
    variables: (variables as Record<string, unknown> | null) ?? undefined,
  };
}

/** @throws Refusal when this caller may not send documents of their own, or this one is too large */
function adHocDocument({ query }: GraphQLBody, viewer: Viewer, { demoAccounts }: GatewayOptions): string {
  if (query === undefined) throw new Refusal(400, 'DOCUMENT_MISSING');
  const isReporter = viewer.via === 'API_KEY' && hasRole(viewer, 'REPORTER');
  if (!isReporter && demoAccounts.length === 0) throw new Refusal(403, 'DOCUMENT_NOT_TRUSTED');
  const document = readWithin(query, AD_HOC_LIMITS);
  if (viewer.via === 'API_KEY' && changesSomething(document)) throw new Refusal(403, 'API_KEY_MAY_ONLY_READ');
  return query;
}

function changesSomething(document: DocumentNode): boolean {
  return document.definitions.some((node) => node.kind === 'OperationDefinition' && node.operation !== 'query');
}
