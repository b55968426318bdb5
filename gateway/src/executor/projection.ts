import {
  type GraphQLEnumType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { isTree } from './merge.ts';
import { mergedKey } from './planned-document.ts';
import type { Tree } from './run.ts';
import {
  type ConditionalSelections,
  fieldsOf,
  isAlwaysIncluded,
  isIncluded,
  type SelectedField,
  type SelectionContext,
} from './selection.ts';

/** One projection of one answer. */
export interface Projection {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Set when a null rose through a non-null field. */
  rose: boolean;
}

/** Merged value → what the client asked for. `null` where there is none, which a non-null parent passes on. */
type Project = (value: unknown, projection: Projection) => unknown;

export interface ProjectionContext extends SelectionContext {
  /** Enums of which clients do not see every value. A hidden value is answered as null. */
  readonly hiddenValues: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Compiles the client's selection once: response keys in order, only what was asked for, and nulls that rise exactly
 * as far as the schema's non-null types make them.
 */
export function compileProjection(operation: OperationDefinitionNode, context: ProjectionContext): Project {
  const root = context.schema.getRootType(operation.operation) as GraphQLObjectType;
  const parts = [{ selections: operation.selectionSet.selections, conditions: [] }];
  return objectProjection(root, parts, context);
}

function valueProjection(
  type: GraphQLOutputType,
  parts: readonly ConditionalSelections[],
  context: ProjectionContext,
): Project {
  if (isNonNullType(type)) return valueProjection(type.ofType, parts, context);
  if (isListType(type)) return listProjection(type.ofType, parts, context);
  if (isEnumType(type)) return enumProjection(type, context);
  if (isLeafType(type)) return (value) => value ?? null;
  if (isObjectType(type)) return objectProjection(type, parts, context);
  return abstractProjection(type.name, parts, context);
}

function enumProjection(type: GraphQLEnumType, { hiddenValues }: ProjectionContext): Project {
  const hidden = hiddenValues.get(type.name);
  if (!hidden) return (value) => value ?? null;
  return (value) => (hidden.has(value as string) ? null : (value ?? null));
}

function listProjection(
  element: GraphQLOutputType,
  parts: readonly ConditionalSelections[],
  context: ProjectionContext,
): Project {
  const named = getNamedType(element);
  if (isLeafType(element) && !context.hiddenValues.has(named.name)) return (value) => value ?? null;
  const project = valueProjection(element, parts, context);
  const required = isNonNullType(element);
  return (value, projection) => {
    if (!Array.isArray(value)) return null;
    const list = new Array<unknown>(value.length);
    for (let at = 0; at < value.length; at += 1) {
      const one = project(value[at], projection);
      if (one === null && required) return rise(projection);
      list[at] = one;
    }
    return list;
  };
}

interface ProjectedField {
  /** In the client's answer. */
  readonly key: string;
  /** In the merged tree. */
  readonly from: string;
  readonly required: boolean;
  readonly project: Project;
  /** Null when the field is answered whatever the variables. */
  readonly conditional: SelectedField | null;
}

function objectProjection(
  type: GraphQLObjectType | GraphQLInterfaceType,
  parts: readonly ConditionalSelections[],
  context: ProjectionContext,
): Project {
  const fields = fieldsOf(type, parts, context).map((field) => projectedField(type, field, context));
  return (value, projection) => {
    if (!isTree(value)) return null;
    const result: Tree = {};
    for (const { key, from, required, project, conditional } of fields) {
      if (conditional && !isIncluded(conditional, projection.variables)) continue;
      const one = project(value[from], projection);
      if (one === null && required) return rise(projection);
      result[key] = one;
    }
    return result;
  };
}

function projectedField(
  type: GraphQLObjectType | GraphQLInterfaceType,
  field: SelectedField,
  context: ProjectionContext,
): ProjectedField {
  const { key, name, ways } = field;
  const conditional = isAlwaysIncluded(field) ? null : field;
  const definition = type.getFields()[name];
  if (!definition) {
    // `__typename`, or `__schema` and `__type`, which graphql-js has answered under the client's own key.
    const project: Project = name === '__typename' ? () => type.name : (value) => value ?? null;
    return { key, from: key, required: false, project, conditional };
  }
  const required = isNonNullType(definition.type);
  const project = valueProjection(definition.type, ways, context);
  return { key, from: mergedKey(key, name), required, project, conditional };
}

function rise(projection: Projection): null {
  projection.rose = true;
  return null;
}

/**
 * By `__typename`. An interface object is known by its interface alone, and answered by the interface's own fields. A
 * type clients do not see is answered as null.
 */
function abstractProjection(
  name: string,
  parts: readonly ConditionalSelections[],
  context: ProjectionContext,
): Project {
  const type = context.schema.getType(name);
  if (!isAbstractType(type)) throw new Error(`${name} is not abstract`);
  const possible = context.schema.getPossibleTypes(type);
  const projections = new Map<unknown, Project>();
  for (const one of possible) projections.set(one.name, objectProjection(one, parts, context));
  if (isInterfaceType(type)) projections.set(name, objectProjection(type, parts, context));
  return (value, projection) => {
    if (!isTree(value)) return null;
    return projections.get(value.__typename ?? name)?.(value, projection) ?? null;
  };
}
