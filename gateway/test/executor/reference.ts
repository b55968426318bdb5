import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { buildASTSchema, type GraphQLSchema, parse, print } from 'graphql';
import type { SubgraphError, SubgraphResponse } from '../../src/executor/subgraph-call.ts';

type Fetch = (
  subgraph: string,
  query: string,
  variables: Readonly<Record<string, unknown>> | undefined,
) => Promise<SubgraphResponse>;

interface ReferenceAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

/** The stock runtime on the same planner: what ours is compared with. */
export async function referenceExecutor(supergraphSdl: string, fetch: Fetch) {
  const unifiedGraph: GraphQLSchema = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true, assumeValid: true });
  const { executor } = await unifiedGraphHandler({
    unifiedGraph,
    getUnifiedGraphSDL: () => supergraphSdl,
    onSubgraphExecute: (async (subgraph: string, request: { document: never; variables?: Record<string, unknown> }) =>
      fetch(subgraph, print(request.document), request.variables)) as never,
  });
  return async (document: string, variables: Readonly<Record<string, unknown>>): Promise<ReferenceAnswer> => {
    const request = { document: parse(document), variables, context: {} };
    return JSON.parse(JSON.stringify(await executor?.(request as never)));
  };
}
