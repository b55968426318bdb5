import {
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

type Variables = Readonly<Record<string, unknown>>;
export type RunOperation = (context: object, variables: Variables | undefined) => Promise<ExecutionResult>;

/**
 * A valid document → a function, compiled by graphql-jit 0.8.9 where that one is right. It is wrong about `@skip` and
 * `@include` (a condition on one use of a fragment spreads to its other uses, and one on a field is forgotten beneath a
 * second use of that field), so documents with conditions are left to graphql-js; and it does not fill in defaults of
 * variables that may not be null. A subscription is asked once, for what is so now: graphql-js does that.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string,
): RunOperation | ExecutionResult {
  if (hasConditions(document) || getOperationAST(document, operationName)?.operation === 'subscription') {
    return async (contextValue, variableValues) =>
      execute({ schema, document, operationName, rootValue: {}, contextValue, variableValues });
  }
  const compiled = compileQuery(schema, document, operationName);
  if (!isCompiledQuery(compiled)) return compiled as ExecutionResult;
  const defaults = defaultsOf(document, operationName);
  return async (context, variables) => compiled.query({}, context, { ...defaults, ...variables });
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive({ name }) {
      found = name.value === 'skip' || name.value === 'include';
      return found ? BREAK : undefined;
    },
  });
  return found;
}

function defaultsOf(document: DocumentNode, operationName?: string): Variables {
  const { variableDefinitions = [] } = getOperationAST(document, operationName) ?? {};
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return Object.fromEntries(defaults);
}
