import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { CodedError, Invalid } from './errors.ts';
import type { Logger } from './log.ts';
import type { FileRequest, FileResponse, Service } from './service.ts';
import { VIEWER_HEADER, type Viewer, type ViewerTokens } from './viewer.ts';

/** Bytes of one body: the largest upload and its envelope. */
const BODY_LIMIT = 13 * 1024 * 1024;
/** Carries the name of an uploaded file, percent-encoded. */
export const FILE_NAME_HEADER = 'x-everyletter-file-name';
const FILES = '/files/';

export interface SubgraphServerOptions {
  readonly service: Service;
  readonly schema: GraphQLSchema;
  readonly tokens: ViewerTokens;
  readonly log: Logger;
}

export interface SubgraphServer {
  readonly port: number;
  /** Finishes the answers under way; the service itself is stopped by who started it. */
  close(): Promise<void>;
}

interface Context {
  readonly viewer: Viewer;
}

/**
 * A service behind HTTP, for deployments where the gateway is another process: `POST /graphql`, `/files/…`, `/readyz`.
 * Every call but the last needs the gateway's token, `_service` and `_entities` included.
 */
export async function serveSubgraph(options: SubgraphServerOptions): Promise<SubgraphServer> {
  const apollo = apolloServer(options);
  await apollo.start();
  const server = createServer((request, response) => {
    answer(request, apollo, options).then(
      (file) => send(response, file),
      (error: unknown) => send(response, refusal(error, options.log)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await closed;
      await apollo.stop();
    },
  };
}

/** Apollo Server reads and validates; the service executes, through the same door as in one process. */
function apolloServer({ service, schema }: SubgraphServerOptions): ApolloServer<Context> {
  return new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        schema,
        executor: ({ request, context, document, operationName }) =>
          service.execute(
            {
              query: request.query ?? '',
              document,
              variables: request.variables,
              operationName: operationName ?? undefined,
            },
            context.viewer as Viewer,
          ),
      }),
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      stop: async () => {},
    },
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
    includeStacktraceInErrorResponses: false,
    introspection: false,
    csrfPrevention: false,
    stopOnTerminationSignals: false,
  });
}

async function answer(
  request: IncomingMessage,
  apollo: ApolloServer<Context>,
  { service, tokens }: SubgraphServerOptions,
): Promise<FileResponse> {
  const url = new URL(request.url ?? '/', 'http://subgraph');
  if (url.pathname === '/readyz') return json((await service.ready()) ? 200 : 503, {});
  const body = await readBody(request);
  const viewer = await tokens.verify(request.headers[VIEWER_HEADER] as string | undefined, body);
  if (url.pathname.startsWith(FILES)) return service.files(fileRequest(request, url, body), viewer);
  if (url.pathname !== '/graphql') return json(404, {});
  const reply = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: request.method ?? 'GET',
      headers: new HeaderMap([['content-type', request.headers['content-type'] ?? '']]),
      search: url.search,
      body: parsed(body),
    },
    context: async () => ({ viewer }),
  });
  return toResponse(reply);
}

function fileRequest(request: IncomingMessage, url: URL, body: Buffer): FileRequest {
  const path = decodeURIComponent(url.pathname.slice(FILES.length));
  if (request.method !== 'POST') return { method: 'GET', path };
  const name = request.headers[FILE_NAME_HEADER];
  return { method: 'POST', path, fileName: typeof name === 'string' ? decodeURIComponent(name) : undefined, body };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Invalid('BODY_TOO_LARGE', { limit: BODY_LIMIT });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Invalid('BODY_INVALID');
  }
}

function toResponse({ status, headers, body }: HTTPGraphQLResponse): FileResponse {
  if (body.kind !== 'complete') throw new Error('Incremental delivery is not offered');
  return { status: status ?? 200, headers: Object.fromEntries(headers), body: Buffer.from(body.string) };
}

function refusal(error: unknown, log: Logger): FileResponse {
  if (error instanceof CodedError) {
    const { code, kind, details } = error;
    return json(kind === 'INVALID' ? 400 : 401, { errors: [{ message: code, extensions: { code, kind, details } }] });
  }
  log.error({ stack: (error as Error).stack }, 'INTERNAL');
  return json(500, {});
}

function json(status: number, body: object): FileResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}

function send(response: ServerResponse, { status, headers, body }: FileResponse): void {
  response.writeHead(status, { ...headers, 'content-length': body.length }).end(body);
}
