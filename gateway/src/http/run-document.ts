import type { FastifyReply } from 'fastify';
import type { ExecutionAnswer } from '../executor/executor.ts';
import type { AskedDocument } from './asked-document.ts';
import type { GatewayOptions } from './gateway-options.ts';
import type { GraphQLBody } from './graphql-body.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { inSpan } from './tracing.ts';

const TIMEOUT_MS = 8000;

interface Running {
  readonly document: AskedDocument;
  readonly body: GraphQLBody;
  readonly reply: FastifyReply;
  readonly options: GatewayOptions;
  readonly metrics: Metrics;
}

/**
 * Executes a document while its caller waits; nobody waits, nothing is executed.
 * @throws Refusal `DOCUMENT_TOO_SLOW` for a reporter's own, which says by how much
 */
export async function runDocument({ document, body, reply, options, metrics }: Running): Promise<ExecutionAnswer> {
  const { executor, timeoutMs = TIMEOUT_MS } = options;
  const name = body.documentId === undefined ? 'ad hoc' : (body.operationName ?? 'unnamed');
  const stop = metrics.operations.startTimer({ operation: name });
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const tooSlow = AbortSignal.timeout(timeoutMs);
  const { operationName, variables } = body;
  const asked = { document: document.document, operationName, variables, view: document.own?.view };
  const started = performance.now();
  const answer = await inSpan('graphql operation', { 'graphql.operation.name': name }, () =>
    executor.execute(
      { ...asked, introspection: document.own !== null },
      document.viewer,
      AbortSignal.any([gone.signal, tooSlow]),
    ),
  );
  stop({ outcome: answer.errors ? 'errors' : 'ok' });
  if (document.own && tooSlow.aborted && answer.errors) {
    const found = Math.round(performance.now() - started);
    throw new Refusal(504, 'DOCUMENT_TOO_SLOW', { limit: timeoutMs, found });
  }
  return answer;
}
