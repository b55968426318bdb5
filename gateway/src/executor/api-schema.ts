import { type DefinitionNode, type DocumentNode, parse } from 'graphql';

/**
 * What clients see, from the planner's consumer schema: without the introspection types it spells out (graphql-js has
 * its own) and without the joins' own helper types.
 */
export function apiDocument(consumerSchema: string): DocumentNode {
  const document = parse(consumerSchema, { noLocation: true });
  return { ...document, definitions: document.definitions.flatMap(visible) };
}

function visible(definition: DefinitionNode): DefinitionNode[] {
  if ('name' in definition && definition.name && isInternal(definition.name.value)) return [];
  if (definition.kind !== 'ObjectTypeDefinition') return [definition];
  return [{ ...definition, fields: definition.fields?.filter(({ name }) => !isInternal(name.value)) }];
}

function isInternal(name: string): boolean {
  return /^(?:__|join__|link__)/.test(name);
}
