import { QueryPlanner } from '@graphql-hive/router-query-planner';
import {
  buildASTSchema,
  type GraphQLError,
  type GraphQLSchema,
  isEnumType,
  isScalarType,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { apiDocument } from './api-schema.ts';
import { answerSchema } from './introspection.ts';
import { type PlanningSchema, type PreparedOperation, prepareOperation } from './prepare-operation.ts';
import { documentError, type PublicError, refusal } from './public-error.ts';
import { startRun, type Tree } from './run.ts';
import type { Transport } from './subgraph-call.ts';
import { TypeConditions } from './type-conditions.ts';
import { coerceVariables } from './variables.ts';

export type { Transport } from './subgraph-call.ts';

export interface ExecutorOptions<Context> {
  readonly supergraphSdl: string;
  readonly transport: Transport<Context>;
  /** Operations kept compiled. */
  readonly planCacheSize?: number;
  /** Reads values of scalars of our own, by name; one that throws a coded error refuses the value by that code. */
  readonly scalars?: Readonly<Record<string, (value: unknown) => unknown>>;
  /** Which codes of subgraph errors clients may see. */
  readonly isPublicCode: (code: string) => boolean;
}

export interface ExecutionRequest {
  readonly document: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Whether this caller may ask about the schema. */
  readonly introspection: boolean;
  /** The part of the schema this caller knows; all that clients see when left out. */
  readonly view?: { readonly key: string; readonly schema: GraphQLSchema };
  /** Whether the answer is one of a stream: subscriptions are answered only so, and nothing else is. */
  readonly live?: boolean;
}

export interface ExecutionAnswer {
  readonly data?: Tree | null;
  readonly errors?: readonly PublicError[];
}

export interface Executor<Context> {
  /** A subscription is answered by what is so now, including what other subgraphs add to it. */
  execute(request: ExecutionRequest, context: Context, signal: AbortSignal): Promise<ExecutionAnswer>;
  /** The field a subscription watches; null for what is none, or cannot be read. */
  watchedField(request: ExecutionRequest): string | null;
  /** What clients see. */
  readonly apiSchema: GraphQLSchema;
}

const PLAN_CACHE_SIZE = 1000;

/** Joins the subgraphs behind one schema: plans by the planner's native code, fetches and joins by ours. */
export function createExecutor<Context>(options: ExecutorOptions<Context>): Executor<Context> {
  const schema = planningSchema(options);
  const cache = new LRUCache<string, PreparedOperation>({ max: options.planCacheSize ?? PLAN_CACHE_SIZE });

  function prepare({ document, operationName, view }: ExecutionRequest): PreparedOperation | readonly GraphQLError[] {
    const key = `${view?.key.length ?? '-'} ${view?.key ?? ''}${operationName?.length ?? 0} ${operationName ?? ''}${document}`;
    const known = cache.get(key);
    if (known) return known;
    const fresh = prepareOperation(document, operationName, { ...schema, visible: view?.schema ?? schema.api });
    if ('operation' in fresh) cache.set(key, fresh);
    return fresh;
  }

  async function execute(request: ExecutionRequest, context: Context, signal: AbortSignal): Promise<ExecutionAnswer> {
    const prepared = prepare(request);
    if (!('operation' in prepared))
      return { errors: prepared.map((error) => documentError(error, request.introspection)) };
    if (prepared.asksForSchema && !request.introspection)
      return { errors: [refusal('INTROSPECTION_NOT_ALLOWED', 'FORBIDDEN')] };
    if ((prepared.watches !== null) !== (request.live ?? false))
      return { errors: [refusal(request.live ? 'SUBSCRIPTION_EXPECTED' : 'SUBSCRIPTION_NEEDS_STREAM', 'INVALID')] };
    const variables = coerceVariables(schema.api, prepared.operation.variableDefinitions ?? [], request.variables);
    if ('refused' in variables) return { errors: [variables.refused] };
    const run = startRun({ ...options, context, signal, variables: variables.values });
    await prepared.fetch?.(run);
    if (prepared.asksForSchema) {
      const { operationName } = request;
      Object.assign(
        run.data,
        await answerSchema(request.view?.schema ?? schema.api, prepared.document, {
          operationName,
          variables: run.variables,
        }),
      );
    }
    const projection = { variables: run.variables, rose: false };
    const data = prepared.project(run.data, projection) as Tree | null;
    if (projection.rose && run.errors.length === 0) run.errors.push(refusal('INTERNAL', 'INTERNAL'));
    return run.errors.length > 0 ? { data, errors: run.errors } : { data };
  }

  function watchedField(request: ExecutionRequest): string | null {
    const prepared = prepare(request);
    return 'operation' in prepared ? prepared.watches : null;
  }

  return { execute, watchedField, apiSchema: schema.api };
}

function planningSchema({ supergraphSdl, scalars = {} }: ExecutorOptions<never>): PlanningSchema {
  const planner = new QueryPlanner(supergraphSdl);
  const supergraph = buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true, assumeValid: true });
  const api = buildASTSchema(apiDocument(planner.consumerSchema), { assumeValidSDL: true });
  readScalarsBy(scalars, api);
  return { planner, api, types: new TypeConditions(supergraph), hiddenValues: hiddenValues(supergraph, api) };
}

function readScalarsBy(scalars: NonNullable<ExecutorOptions<never>['scalars']>, api: GraphQLSchema): void {
  for (const [name, parseValue] of Object.entries(scalars)) {
    const type = api.getType(name);
    if (!isScalarType(type)) continue;
    type.parseValue = parseValue;
    type.parseLiteral = (node) => parseValue(valueFromASTUntyped(node));
  }
}

/** Values of enums that are in the supergraph and not in what clients see. */
function hiddenValues(supergraph: GraphQLSchema, api: GraphQLSchema): Map<string, ReadonlySet<string>> {
  const hidden = new Map<string, ReadonlySet<string>>();
  for (const type of Object.values(api.getTypeMap())) {
    const whole = supergraph.getType(type.name);
    if (!isEnumType(type) || !isEnumType(whole) || type.name.startsWith('__')) continue;
    const seen = new Set(type.getValues().map(({ name }) => name));
    const unseen = whole.getValues().flatMap(({ name }) => (seen.has(name) ? [] : [name]));
    if (unseen.length > 0) hidden.set(type.name, new Set(unseen));
  }
  return hidden;
}
