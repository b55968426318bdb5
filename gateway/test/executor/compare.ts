import { isDeepStrictEqual } from 'node:util';
import { createExecutor, type Executor } from '../../src/executor/executor.ts';
import type { SubgraphError, SubgraphResponse } from '../../src/executor/subgraph-call.ts';
import { createInProcessTransport } from '../../src/executor/transports/in-process.ts';
import type { GeneratedOperation } from './generate-operations.ts';
import { withNullsRisen } from './nullability.ts';
import { referenceExecutor } from './reference.ts';

/** Longer than any fetch of a test takes. Milliseconds. */
const TIMEOUT_MS = 20_000;

/**
 * What the comparison may find. `risen`: the reference left a null, or left a field out, where the schema promises a
 * value (it does so for entities that are gone, for fields of a subgraph that is down, and for the whole of `data` when
 * every root field failed); ours is its answer with the nulls risen. `nothing`: every root field is left out, which the
 * planner takes for an error and ours answers with `{}`. `refused`: the planner has no plan, and both say so.
 */
export type Verdict = 'same' | 'risen' | 'nothing' | 'refused' | 'differs';

export interface Comparison {
  readonly verdict: Verdict;
  readonly mine: Answer;
  /** Null when the reference cannot answer at all. */
  readonly theirs: Answer | null;
  /** `Type.field` where the reference breaks the schema. */
  readonly broken: readonly string[];
}

/** As a client would receive it. */
type Answer = Awaited<ReturnType<Reference>>;
type Reference = Awaited<ReturnType<typeof referenceExecutor>>;
export type Fetch = (
  subgraph: string,
  query: string,
  variables: Readonly<Record<string, unknown>> | undefined,
) => Promise<SubgraphResponse>;

export interface ExecutorPair {
  readonly ours: Executor<unknown>;
  readonly reference: Reference;
}

export interface PairOptions {
  readonly supergraphSdl: string;
  readonly subgraphs: readonly string[];
  readonly fetch: Fetch;
  /** The subgraph that cannot be reached. */
  readonly down: string | null;
}

/** Our executor and the stock runtime over the same subgraphs. */
export async function executorPair({ supergraphSdl, subgraphs, fetch, down }: PairOptions): Promise<ExecutorPair> {
  const reach: Fetch = (name, ...request) =>
    name === down ? Promise.reject(new Error('down')) : fetch(name, ...request);
  const local = subgraphs.map((name) => [
    name,
    ({ query, variables }: { query: string; variables?: Readonly<Record<string, unknown>> }) =>
      reach(name, query, variables),
  ]);
  const transport = createInProcessTransport(Object.fromEntries(local), TIMEOUT_MS);
  return {
    ours: createExecutor({ supergraphSdl, transport, isPublicCode: () => true }),
    reference: await referenceExecutor(supergraphSdl, reach),
  };
}

/** Runs one operation on both. Data and the positions of its nulls must be the same. */
export async function compare(
  { document, variables }: GeneratedOperation,
  { ours, reference }: ExecutorPair,
): Promise<Comparison> {
  const request = { document, variables, introspection: false };
  const answer = await ours.execute(request, {}, new AbortController().signal);
  const mine: Answer = JSON.parse(JSON.stringify(answer));
  const theirs = await reference(document, variables).catch(() => null);
  if (!theirs) return { verdict: withoutPlan(mine), mine, theirs, broken: [] };
  const [data, expected] = [mine.data ?? null, theirs.data ?? null];
  const risenIn = (answer: unknown) => withNullsRisen(ours.apiSchema, document, variables, answer);
  if (data && risenIn(data).broken.length > 0) return { verdict: 'differs', mine, theirs, broken: [] };
  if (isDeepStrictEqual(data, expected)) return { verdict: 'same', mine, theirs, broken: [] };
  const { data: risen, broken } = risenIn(expected);
  return { verdict: isDeepStrictEqual(data, risen) ? 'risen' : 'differs', mine, theirs, broken };
}

function withoutPlan(mine: Answer): Verdict {
  if (isDeepStrictEqual(mine, { data: {} })) return 'nothing';
  return mine.errors?.[0]?.extensions?.code === 'DOCUMENT_INVALID' ? 'refused' : 'differs';
}

/** What the subgraphs refused and where in the answer, as `CODE at key.0.key`, sorted. */
export function refusalsOf({ errors = [] }: Answer): string[] {
  const told = errors.filter((error) => !isOwn(error));
  return told.map(({ extensions, path = [] }) => `${extensions?.code} at ${path.join('.')}`).sort();
}

/** Codes for a subgraph that cannot be reached; each executor tells it in its own way. */
const UNREACHABLE = new Set<unknown>(['SUBGRAPH_UNAVAILABLE', 'DOWNSTREAM_SERVICE_ERROR']);

/** An executor's own error. Ours also says so when a null had to rise and no subgraph told why. */
function isOwn({ extensions = {}, path }: SubgraphError): boolean {
  return UNREACHABLE.has(extensions.code) || (extensions.code === 'INTERNAL' && !path);
}
