import type { SubgraphRequest, SubgraphResponse, Transport } from '../subgraph-call.ts';

/** A subgraph in this process. */
export type LocalSubgraph<Context> = (request: SubgraphRequest, context: Context) => Promise<SubgraphResponse>;

/** Calls subgraphs as functions: no wire, no serialising. The caller's abort ends the waiting, not the work. */
export function createInProcessTransport<Context>(
  subgraphs: Readonly<Record<string, LocalSubgraph<Context>>>,
  timeoutMs: number,
): Transport<Context> {
  return async (name, request, context, signal) => {
    const subgraph = subgraphs[name];
    if (!subgraph) throw new Error(`No subgraph ${name}`);
    return withDeadline(subgraph(request, context), timeoutMs, signal);
  };
}

function withDeadline<T>(work: Promise<T>, timeoutMs: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = (error: Error) => () => {
      settle();
      reject(error);
    };
    const onAbort = give(new Error('aborted'));
    const timer = setTimeout(give(new Error('timed out')), timeoutMs);
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(settle);
  });
}
