import type { SubgraphError, SubgraphRequest, SubgraphResponse, Transport } from './subgraph-call.ts';

/** An object in the merged answer. Response keys of all subgraphs stand side by side in it. */
export type Tree = { [key: string]: unknown };

/** An error as clients see it. */
export interface PublicError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The state of one execution; steps write into `data` and `errors`. */
export interface Run {
  readonly data: Tree;
  readonly errors: PublicError[];
  readonly variables: Readonly<Record<string, unknown>>;
  /** Sends a fetch; a subgraph that fails costs only its own fields, and is written down at `path`. */
  send(
    subgraph: string,
    request: SubgraphRequest,
    path: readonly (string | number)[] | undefined,
  ): Promise<SubgraphResponse>;
  report(error: SubgraphError, path: readonly (string | number)[] | undefined): void;
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
        return await transport(subgraph, request, context, signal);
      } catch {
        errors.push(unavailable(path));
        return {};
      }
    },
    report(error, path) {
      errors.push(toPublicError(error, path, isPublicCode));
    },
  };
}

function unavailable(path: readonly (string | number)[] | undefined): PublicError {
  const extensions = { code: 'SUBGRAPH_UNAVAILABLE', kind: 'UNAVAILABLE' };
  return { message: 'SUBGRAPH_UNAVAILABLE', ...(path && { path }), extensions };
}

/** Only coded errors pass, with what their code allows; anything else is said to be internal and no more. */
function toPublicError(
  { extensions }: SubgraphError,
  path: readonly (string | number)[] | undefined,
  isPublicCode: (code: string) => boolean,
): PublicError {
  const code = String(extensions?.code ?? '');
  const place = path && { path };
  const requestId = extensions?.requestId;
  if (!isPublicCode(code)) {
    return { message: 'INTERNAL', ...place, extensions: { code: 'INTERNAL', kind: 'INTERNAL', requestId } };
  }
  const { kind, details } = extensions ?? {};
  return { message: code, ...place, extensions: { code, kind, details, requestId } };
}
