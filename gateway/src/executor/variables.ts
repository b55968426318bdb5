import {
  coerceInputValue,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import { type PublicError, refusal } from './public-error.ts';

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
  return { refused: refusal('VARIABLES_INVALID', 'INVALID', firstFault(schema, definitions, given ?? {})) };
}

/** Where the first value does not fit, and what would have: graphql-js says so too, but repeats the value itself. */
function firstFault(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[], given: Values) {
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
    if (fault) return { field: [name, ...fault].join('.'), reason: 'NOT_OF_TYPE', type: String(type) };
  }
  return undefined;
}

function faultIn(value: unknown, type: GraphQLInputType): readonly (string | number)[] | null {
  let found: readonly (string | number)[] | null = null;
  coerceInputValue(value, type, (path) => {
    found ??= path;
  });
  return found;
}
