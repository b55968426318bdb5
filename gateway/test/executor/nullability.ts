import {
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getVariableValues,
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

export interface RisenAnswer {
  /** As the schema's non-null types demand it; the answer itself when it keeps to the schema. */
  readonly data: unknown;
  /** `Type.field` of every place where a null stood, or nothing, and the schema promises a value. */
  readonly broken: readonly string[];
}

interface Check {
  readonly context: SelectionContext;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly broken: Set<string>;
}

/** Makes an answer keep to the schema: a missing field is null, and a null rises to the next field that may be null. */
export function withNullsRisen(
  schema: GraphQLSchema,
  text: string,
  given: Readonly<Record<string, unknown>>,
  data: unknown,
): RisenAnswer {
  const { definitions } = parse(text);
  const operation = definitions.find((node) => node.kind === 'OperationDefinition') as OperationDefinitionNode;
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === 'FragmentDefinition')
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const parts = [{ selections: operation.selectionSet.selections, conditions: [] }];
  const { coerced: variables = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const check = { context: { schema, fragments }, variables, broken: new Set<string>() };
  const whole = risen(schema.getQueryType() as GraphQLObjectType, data ?? {}, parts, check);
  return { data: whole, broken: [...check.broken] };
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
    if (definition && isBroken(definition.type, value[field.key])) check.broken.add(`${type.name}.${field.name}`);
    const one = definition
      ? risen(definition.type, value[field.key], field.ways, check)
      : (value[field.key] ?? type.name);
    if (one === undefined && definition) return null;
    result[field.key] = one ?? null;
  }
  return result;
}

function isBroken(type: GraphQLOutputType, value: unknown): boolean {
  if (isNonNullType(type)) return value === null || value === undefined || isBroken(type.ofType, value);
  return isListType(type) && Array.isArray(value) && value.some((one) => isBroken(type.ofType, one));
}
