import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import {
  type ConditionalSelections,
  fieldsOf,
  isIncluded,
  type SelectionContext,
} from '../../src/executor/selection.ts';

interface Check {
  readonly context: SelectionContext;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * An answer as the schema's non-null types demand it: a missing field is null, and a null rises to the next field that
 * may be null. An answer that keeps to the schema comes back as it is.
 */
export function withNullsRisen(
  schema: GraphQLSchema,
  text: string,
  variables: Readonly<Record<string, unknown>>,
  data: unknown,
): unknown {
  const { definitions } = parse(text);
  const operation = definitions.find((node) => node.kind === 'OperationDefinition') as OperationDefinitionNode;
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const parts = [{ selections: operation.selectionSet.selections, conditions: [] }];
  const check = { context: { schema, fragments }, variables };
  return risen(schema.getQueryType() as GraphQLObjectType, data ?? {}, parts, check);
}

/** `undefined` says that a null must rise further. */
function risen(
  type: GraphQLOutputType,
  value: unknown,
  parts: readonly ConditionalSelections[],
  check: Check,
): unknown {
  if (isNonNullType(type)) return risen(type.ofType, value, parts, check) ?? undefined;
  if (value === null || value === undefined) return null;
  if (isListType(type)) {
    const list = (value as unknown[]).map((one) => risen(type.ofType, one, parts, check));
    return list.includes(undefined) ? null : list;
  }
  const object = value as Record<string, unknown>;
  const concrete = isAbstractType(type) ? check.context.schema.getType(String(object.__typename)) : type;
  return isObjectType(concrete) ? risenObject(concrete, object, parts, check) : value;
}

function risenObject(
  type: GraphQLObjectType,
  value: Record<string, unknown>,
  parts: readonly ConditionalSelections[],
  check: Check,
): unknown {
  const result: Record<string, unknown> = {};
  for (const field of fieldsOf(type, parts, check.context)) {
    if (!isIncluded(field, check.variables)) continue;
    const definition = type.getFields()[field.name];
    const one = definition
      ? risen(definition.type, value[field.key], field.ways, check)
      : (value[field.key] ?? type.name);
    if (one === undefined && definition) return null;
    result[field.key] = one ?? null;
  }
  return result;
}
