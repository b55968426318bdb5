import type { DefinitionNode, FieldDefinitionNode, TypeNode } from 'graphql';

const ROOTS = ['Query', 'Subscription'];

/**
 * Types that lead nowhere go, and with them the fields that would lead there; then all that no root leads to. So nothing
 * of what is hidden is left behind by name.
 */
export function keepReachable(given: readonly DefinitionNode[]): DefinitionNode[] {
  const definitions = withoutEmpty(given);
  const byName = new Map(definitions.map((one) => [nameOf(one), one]));
  const reached = new Set<string>();
  const waiting = [...ROOTS];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const definition = byName.get(name);
    if (reached.has(name) || !definition) continue;
    reached.add(name);
    waiting.push(...namedIn(definition), ...definitions.filter((one) => implementsOne(one, name)).map(nameOf));
  }
  return definitions.filter((one) => one.kind === 'DirectiveDefinition' || reached.has(nameOf(one)));
}

function implementsOne(definition: DefinitionNode, type: string): boolean {
  return (
    definition.kind === 'ObjectTypeDefinition' && (definition.interfaces ?? []).some(({ name }) => name.value === type)
  );
}

function withoutEmpty(given: readonly DefinitionNode[]): DefinitionNode[] {
  const gone = new Set(given.filter(isEmpty).map(nameOf));
  if (gone.size === 0) return [...given];
  const left = given.filter((one) => !gone.has(nameOf(one))).map((one) => withoutTypes(one, gone));
  return withoutEmpty(left);
}

function isEmpty(definition: DefinitionNode): boolean {
  if (definition.kind === 'UnionTypeDefinition') return definition.types?.length === 0;
  const hasFields = definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition';
  return hasFields && definition.fields?.length === 0;
}

function withoutTypes(definition: DefinitionNode, gone: ReadonlySet<string>): DefinitionNode {
  if (definition.kind === 'UnionTypeDefinition') {
    return { ...definition, types: definition.types?.filter(({ name }) => !gone.has(name.value)) };
  }
  if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') return definition;
  return {
    ...definition,
    fields: definition.fields?.filter(({ type }) => !gone.has(namedType(type))),
    interfaces: definition.interfaces?.filter(({ name }) => !gone.has(name.value)),
  };
}

function namedIn(definition: DefinitionNode): string[] {
  switch (definition.kind) {
    case 'ObjectTypeDefinition':
    case 'InterfaceTypeDefinition':
      return [...(definition.fields ?? []).flatMap(namedInField), ...(definition.interfaces ?? []).map(namedType)];
    case 'UnionTypeDefinition':
      return (definition.types ?? []).map(namedType);
    case 'InputObjectTypeDefinition':
      return (definition.fields ?? []).map(({ type }) => namedType(type));
    default:
      return [];
  }
}

function namedInField({ type, arguments: given = [] }: FieldDefinitionNode): string[] {
  return [namedType(type), ...given.map((argument) => namedType(argument.type))];
}

function namedType(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : namedType(type.type);
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name ? definition.name.value : '';
}
