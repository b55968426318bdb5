import {
  type DocumentNode,
  execute,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Tree } from './run.ts';
import { isNeverIncluded, type SelectedField } from './selection.ts';

const SCHEMA_FIELDS = new Set(['__schema', '__type']);
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Whether the operation asks about the schema anywhere at its root. */
export function asksForSchema(operation: OperationDefinitionNode, fragments: Fragments): boolean {
  return rootFields(operation.selectionSet.selections, fragments).some((name) => SCHEMA_FIELDS.has(name));
}

/** Whether its root fields ask for nothing a subgraph would know: of fields that are always left out, nothing at all. */
export function asksNoSubgraph(rootFields: readonly SelectedField[]): boolean {
  return rootFields.every(
    (field) => SCHEMA_FIELDS.has(field.name) || field.name === '__typename' || isNeverIncluded(field),
  );
}

/** Answers `__schema` and `__type` by graphql-js on the schema clients see, and nothing else. */
export async function answerSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  options: { readonly operationName?: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<Tree> {
  const { operationName, variables: variableValues } = options;
  const own = keepRootFields(document, schema, (name) => SCHEMA_FIELDS.has(name));
  const { data } = await execute({ schema, document: own, operationName, variableValues, rootValue: {} });
  return (data ?? {}) as Tree;
}

/** The same document for the planner, which knows nothing of the schema. */
export function withoutSchemaFields(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  return keepRootFields(document, schema, (name) => !SCHEMA_FIELDS.has(name));
}

/** Puts `__typename` for every other root field, so that no selection is left empty. */
function keepRootFields(document: DocumentNode, schema: GraphQLSchema, keep: (name: string) => boolean): DocumentNode {
  const info = new TypeInfo(schema);
  const name = { kind: Kind.NAME, value: '__typename' } as const;
  return visit(
    document,
    visitWithTypeInfo(info, {
      Field(node): FieldNode | undefined {
        const atRoot = info.getParentType() === schema.getQueryType();
        return atRoot && !keep(node.name.value) ? { kind: Kind.FIELD, name } : undefined;
      },
    }),
  );
}

function rootFields(selections: readonly SelectionNode[], fragments: Fragments): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return [selection.name.value];
    const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection;
    return fragment ? rootFields(fragment.selectionSet.selections, fragments) : [];
  });
}
