import { type ErrorPath, type PublicError, subgraphError, subgraphUnavailable } from './public-error.ts';
import type { SubgraphError, SubgraphRequest, SubgraphResponse, Transport } from './subgraph-call.ts';

/** An object in the merged answer. Response keys of all subgraphs stand side by side in it. */
export type Tree = { [key: string]: unknown };

/** The state of one execution; steps write into `data` and `errors`. */
export interface Run {
  readonly data: Tree;
  readonly errors: PublicError[];
  readonly variables: Readonly<Record<string, unknown>>;
  /** Sends a fetch; a subgraph that fails costs only its own fields, and is written down at `path`. */
  send(subgraph: string, request: SubgraphRequest, path: ErrorPath | undefined): Promise<SubgraphResponse>;
  report(error: SubgraphError, path: ErrorPath | undefined): void;
}

export interface RunOptions<Context> {
  readonly transport: Transport<Context>;
  readonly context: Context;
  readonly signal: AbortSignal;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isPublicCode: (code: string) => boolean;
}

export function startRun<Context>({ transport, context, signal, variables, isPublicCode }: RunOptions<Context>): Run {
  const errors: PublicError[] = [];
  return {
    data: {},
    errors,
    variables,
    async send(subgraph, request, path) {
      try {
        signal.throwIfAborted();
        return await transport(subgraph, request, context, signal);
      } catch {
        errors.push(subgraphUnavailable(path));
        return {};
      }
    },
    report(error, path) {
      errors.push(subgraphError(error, path, isPublicCode));
    },
  };
}
