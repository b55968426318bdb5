/** One fetch to one subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface SubgraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly SubgraphError[];
}

/** Sends one fetch. Rejects when the subgraph cannot be reached, answers nonsense or takes too long. */
export type Transport<Context> = (
  subgraph: string,
  request: SubgraphRequest,
  context: Context,
  signal: AbortSignal,
) => Promise<SubgraphResponse>;
