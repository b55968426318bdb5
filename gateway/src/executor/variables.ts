import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { codeOf, type PublicError, refusal } from './public-error.ts';

type Values = Readonly<Record<string, unknown>>;
export type CoercedVariables = { readonly values: Values } | { readonly refused: PublicError };

/** Checks and completes a client's variables: defaults filled in, names that were not declared left out. */
export function coerceVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Values | undefined,
): CoercedVariables {
  if (definitions.length === 0) return { values: {} };
  const { coerced } = getVariableValues(schema, definitions, { ...given }, { maxErrors: 1 });
  if (coerced) return { values: coerced };
  const { code = 'VARIABLES_INVALID', ...details } = firstFault(schema, definitions, given ?? {});
  return { refused: refusal(code, 'INVALID', details) };
}

interface Fault {
  /** The scalar's own, when it has one. */
  readonly code?: string;
  readonly [detail: string]: string | undefined;
}

/** Where the first value does not fit, and what would have: graphql-js says so too, but repeats the value itself. */
function firstFault(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[], given: Values): Fault {
  for (const { variable, type: node, defaultValue } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never) as GraphQLInputType;
    const value = given[name];
    if (value === undefined && defaultValue) continue;
    if (value === undefined || value === null) {
      if (isNonNullType(type)) return { field: name, reason: 'REQUIRED', type: String(type) };
      continue;
    }
    const fault = faultIn(value, type);
    if (fault) {
      const field = [name, ...fault.path].join('.');
      return { field, reason: 'NOT_OF_TYPE', type: String(type), ...(fault.code && { code: fault.code }) };
    }
  }
  return {};
}

interface ValueFault {
  readonly path: readonly (string | number)[];
  readonly code?: string;
}

function faultIn(value: unknown, type: GraphQLInputType): ValueFault | null {
  let found: ValueFault | null = null;
  coerceInputValue(value, type, (path, _, error) => {
    found ??= { path, code: codeOf(error) };
  });
  return found;
}
