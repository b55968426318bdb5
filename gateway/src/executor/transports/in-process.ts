import type { SubgraphRequest, SubgraphResponse, Transport } from '../subgraph-call.ts';
import { withDeadline } from './deadline.ts';

/** A subgraph in this process. It may stop when the signal says that nobody waits any more. */
export type LocalSubgraph<Context> = (
  request: SubgraphRequest,
  context: Context,
  signal: AbortSignal,
) => Promise<SubgraphResponse>;

/** Calls subgraphs as functions: no wire, no serialising. */
export function createInProcessTransport<Context>(
  subgraphs: Readonly<Record<string, LocalSubgraph<Context>>>,
  timeoutMs: number,
): Transport<Context> {
  return async (name, request, context, caller) => {
    const subgraph = subgraphs[name];
    if (!subgraph) throw new Error(`No subgraph ${name}`);
    return withDeadline((signal) => subgraph(request, context, signal), timeoutMs, caller);
  };
}
