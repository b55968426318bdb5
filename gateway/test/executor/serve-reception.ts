import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { SubgraphRequest } from '../../src/executor/subgraph-call.ts';
import { receptionSubgraphs, receptionSupergraph } from './reception-fixture.ts';

/** What the parent process is told once every subgraph listens. */
export interface Serving {
  readonly supergraphSdl: string;
  readonly urls: Readonly<Record<string, string>>;
}

/** Serves one subgraph over HTTP on a free port; answers its address. */
function serve(schema: GraphQLSchema): Promise<string> {
  const documents = new Map<string, DocumentNode>();
  const server = http.createServer(async (request, response) => {
    const { query, variables } = (await json(request)) as SubgraphRequest;
    const document = documents.get(query) ?? parse(query, { noLocation: true });
    documents.set(query, document);
    const result = await execute({ schema, document, variableValues: variables, rootValue: {}, contextValue: {} });
    const body = Buffer.from(JSON.stringify(result));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`));
  });
}

async function main(): Promise<void> {
  const urls: Record<string, string> = {};
  for (const [name, schema] of receptionSubgraphs()) urls[name] = await serve(schema);
  const serving: Serving = { supergraphSdl: receptionSupergraph(), urls };
  process.send?.(serving);
  process.on('disconnect', () => process.exit(0));
}

await main();
