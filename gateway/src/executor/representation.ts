import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isTree, merge } from './merge.ts';
import type { Rewrite } from './rewrites.ts';
import type { Tree } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What a subgraph is told to find an entity by: `__typename`, its key, and fields it requires. */
export type Represent = (entity: Tree) => Tree | null;

/** `null` for an entity of which the keys are not known, so that it is not asked for. */
export function compileRepresentation(
  requires: readonly RequiresSelection[],
  rewrite: Rewrite | null,
  types: TypeConditions,
): Represent {
  return (entity) => {
    const representation = project(requires, entity, types);
    if (!isTree(representation)) return null;
    representation.__typename ??= entity.__typename;
    rewrite?.(representation);
    return representation;
  };
}

function project(requires: readonly RequiresSelection[], value: unknown, types: TypeConditions): unknown {
  if (Array.isArray(value)) return value.map((element) => project(requires, element, types));
  if (!isTree(value)) return value;
  const result: Tree = {};
  for (const selection of requires) {
    if (selection.kind === 'Field') projectField(selection, value, result, types);
    else if (selection.kind === 'InlineFragment' && types.fits(value.__typename, selection.typeCondition)) {
      const part = project(selection.selections, value, types);
      if (isTree(part)) merge(result, part);
    }
  }
  return hasMoreThanTypename(result) ? result : null;
}

function projectField(
  { name, alias, selections }: Extract<RequiresSelection, { kind: 'Field' }>,
  from: Tree,
  into: Tree,
  types: TypeConditions,
): void {
  const key = alias ?? name;
  const original = from[name] === undefined ? from[key] : from[name];
  const value = selections?.length ? project(selections, original, types) : original;
  if (value !== null && value !== undefined) into[key] = value;
}

function hasMoreThanTypename(tree: Tree): boolean {
  for (const key in tree) if (key !== '__typename') return true;
  return false;
}
