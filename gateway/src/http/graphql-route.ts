import { strangerViewer, type Viewer } from '@everyletter/kit/viewer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AD_HOC_LIMITS } from '../operations/document-limits.ts';
import type { AskedDocument } from './asked-document.ts';
import type { Doors } from './doors.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { checkedBody, type GraphQLBody } from './graphql-body.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './refusal.ts';
import { runDocument } from './run-document.ts';
import { StrangerLimit } from './stranger-limit.ts';

const BODY_LIMIT = 256 * 1024;
/** Of a reporter who is signed in, in ten minutes; a key has a limit of its own. */
const WORKBENCH_REQUESTS = 300;

interface Parts extends Doors {
  readonly options: GatewayOptions;
  readonly metrics: Metrics;
}

/** `POST /graphql`: trusted documents for the application, documents under limits for reporters. */
export function graphqlRoute(server: FastifyInstance, { options, identify, askFor, metrics }: Parts): void {
  const { documents, clock } = options;
  const strangers = new StrangerLimit(clock);
  const workbench = new StrangerLimit(clock, WORKBENCH_REQUESTS);

  async function asked(request: FastifyRequest, body: GraphQLBody): Promise<AskedDocument> {
    if (body.documentId === undefined || !documents.isPublic(body.documentId)) {
      const caller = await identify(request);
      const document = askFor(body, caller);
      if (document.own && !caller.key) workbench.count(caller.viewer.accountId);
      return document;
    }
    strangers.count(request.ip);
    // Whoever sends such a document is answered as a stranger: what it shows does not depend on who is signed in.
    const viewer: Viewer = strangerViewer(request.id);
    return { document: documents.get(body.documentId), viewer, own: null };
  }

  server.post('/graphql', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const body = checkedBody(request.body);
    const document = await asked(request, body);
    const started = performance.now();
    const answer = await runDocument({ document, body, reply, options, metrics });
    return send(reply, request, { answer, own: document.own, milliseconds: performance.now() - started });
  });
  server.get('/graphql', () => {
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', {}, { allow: 'POST' });
  });
}

interface Answered {
  readonly answer: Awaited<ReturnType<typeof runDocument>>;
  readonly own: AskedDocument['own'];
  readonly milliseconds: number;
}

/** A reporter is told what their own document cost, before a limit tells them. */
function send(reply: FastifyReply, request: FastifyRequest, { answer, own, milliseconds }: Answered): FastifyReply {
  const errors = answer.errors?.map((error) => ({
    ...error,
    extensions: { requestId: request.id, ...error.extensions },
  }));
  const told = own && {
    extensions: { cost: own.cost, costLimit: AD_HOC_LIMITS.cost, milliseconds: Math.round(milliseconds) },
  };
  return reply.code(answer.data === undefined ? 400 : 200).send({ ...answer, ...(errors && { errors }), ...told });
}
