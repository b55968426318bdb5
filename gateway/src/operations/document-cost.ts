import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';

/** How many a list is taken for that does not say how many it gives. */
const USUAL_LENGTH = 10;
/** Beyond this nobody counts on. */
const COUNT_AT_MOST = 1_000_000;

type Variables = Readonly<Record<string, unknown>>;

interface Counting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Variables;
  readonly open: Set<string>;
  counted: number;
}

/** How many values a document may come to: each field once for every object it is asked of, by the sizes of the lists. */
export function costOf(document: DocumentNode, schema: GraphQLSchema, variables: Variables = {}): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) if (node.kind === 'FragmentDefinition') fragments.set(node.name.value, node);
  const counting: Counting = { schema, fragments, variables, open: new Set(), counted: 0 };
  let cost = 0;
  for (const node of document.definitions) {
    if (node.kind !== 'OperationDefinition') continue;
    cost = Math.max(cost, ofSelections(node.selectionSet, schema.getRootType(node.operation), counting));
  }
  return Math.min(cost, COUNT_AT_MOST);
}

function ofSelections(
  set: SelectionSetNode | undefined,
  type: GraphQLNamedType | undefined | null,
  counting: Counting,
): number {
  if (!set || counting.counted > COUNT_AT_MOST) return 0;
  const { fragments, open, schema } = counting;
  return set.selections.reduce((sum, selection) => {
    counting.counted += 1;
    if (selection.kind === 'Field') return sum + ofField(selection, type, counting);
    if (selection.kind === 'InlineFragment') {
      const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
      return sum + ofSelections(selection.selectionSet, on, counting);
    }
    const name = selection.name.value;
    const fragment = fragments.get(name);
    if (!fragment || open.has(name)) return sum;
    open.add(name);
    const on = schema.getType(fragment.typeCondition.name.value);
    const inside = ofSelections(fragment.selectionSet, on, counting);
    open.delete(name);
    return sum + inside;
  }, 0);
}

function ofField(node: FieldNode, type: GraphQLNamedType | undefined | null, counting: Counting): number {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return 1;
  const inside = ofSelections(node.selectionSet, getNamedType(field.type), counting);
  return 1 + lengthOf(node, field, counting.variables) * inside;
}

/** `first` says how many, also for the list within a connection, whose own list then counts as one. */
function lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number {
  const limit = field.args.find(({ name }) => name === 'first');
  if (limit) {
    const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const value = given?.kind === 'Variable' ? variables[given.name.value] : undefined;
    const asked = given?.kind === 'IntValue' ? Number(given.value) : (value ?? limit.defaultValue);
    return typeof asked === 'number' ? Math.max(1, asked) : USUAL_LENGTH;
  }
  const isPaged = field.name === 'edges' || field.name === 'nodes';
  return isListOf(field.type) && !isPaged ? USUAL_LENGTH : 1;
}

function isListOf(type: GraphQLOutputType): boolean {
  return isListType(type) || (isNonNullType(type) && isListType(type.ofType));
}
