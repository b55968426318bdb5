import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  type SelectionNode,
} from 'graphql';

/** `@skip` and `@include` of one way to a field, all of which must let it through. */
export interface Condition {
  readonly value: string | boolean;
  readonly wanted: boolean;
}

/** Selections reached under the same conditions. */
export interface ConditionalSelections {
  readonly selections: readonly SelectionNode[];
  readonly conditions: readonly Condition[];
}

/** One response key of an object: reached in one or more ways, answered when any of them lets it through. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  readonly ways: ConditionalSelections[];
}

export interface SelectionContext {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** An object, or an interface object known by its interface alone. */
type SelectedType = GraphQLObjectType | GraphQLInterfaceType;

/** The fields a selection asks of one type, in the order of the response. */
export function fieldsOf(
  type: SelectedType,
  parts: readonly ConditionalSelections[],
  context: SelectionContext,
): SelectedField[] {
  const found = new Map<string, SelectedField>();
  for (const part of parts) collect(type, part, context, found);
  return [...found.values()];
}

/** Whether a field is answered under these variables. */
export function isIncluded(field: SelectedField, variables: Readonly<Record<string, unknown>>): boolean {
  return field.ways.some(({ conditions }) => conditions.every((condition) => holds(condition, variables)));
}

/** Whether a field is answered whatever the variables. */
export function isAlwaysIncluded(field: SelectedField): boolean {
  return field.ways.some(({ conditions }) => conditions.length === 0);
}

/** Whether a field is left out whatever the variables: `@skip(if: true)` stands on every way to it. */
export function isNeverIncluded(field: SelectedField): boolean {
  const isShut = ({ value, wanted }: Condition) => typeof value === 'boolean' && value !== wanted;
  return field.ways.every(({ conditions }) => conditions.some(isShut));
}

function collect(
  type: SelectedType,
  { selections, conditions }: ConditionalSelections,
  context: SelectionContext,
  found: Map<string, SelectedField>,
): void {
  for (const selection of selections) {
    const narrowed = [...conditions, ...conditionsOf(selection.directives)];
    if (selection.kind === 'Field') {
      addField(selection, narrowed, found);
      continue;
    }
    const fragment = selection.kind === 'FragmentSpread' ? context.fragments.get(selection.name.value) : selection;
    if (fragment && appliesTo(fragment.typeCondition?.name.value, type, context.schema)) {
      collect(type, { selections: fragment.selectionSet.selections, conditions: narrowed }, context, found);
    }
  }
}

function addField(node: FieldNode, conditions: readonly Condition[], found: Map<string, SelectedField>): void {
  const key = node.alias?.value ?? node.name.value;
  const way = { selections: node.selectionSet?.selections ?? [], conditions };
  const field = found.get(key);
  if (field) field.ways.push(way);
  else found.set(key, { key, name: node.name.value, ways: [way] });
}

function appliesTo(condition: string | undefined, type: SelectedType, schema: GraphQLSchema): boolean {
  if (!condition || condition === type.name) return true;
  const other = schema.getType(condition);
  return isAbstractType(other) && schema.isSubType(other, type);
}

function conditionsOf(directives: readonly DirectiveNode[] = []): Condition[] {
  return directives.flatMap(({ name, arguments: given }): Condition[] => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    const value = given?.[0]?.value;
    const wanted = name.value === 'include';
    if (value?.kind === 'Variable') return [{ value: value.name.value, wanted }];
    return value?.kind === 'BooleanValue' ? [{ value: value.value, wanted }] : [];
  });
}

function holds({ value, wanted }: Condition, variables: Readonly<Record<string, unknown>>): boolean {
  return (typeof value === 'boolean' ? value : variables[value] === true) === wanted;
}
