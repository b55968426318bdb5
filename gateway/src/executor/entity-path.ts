import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isTree } from './merge.ts';
import type { Tree } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** A place in the tree where entities stand: response keys, type conditions, and `@` for every element of a list. */
export type EntityPath = readonly (string | { readonly on: readonly string[] } | typeof EACH)[];
export const EACH = Symbol('each');

export function entityPath(segments: readonly FlattenNodePathSegment[]): EntityPath {
  return segments.map((segment) => {
    if (segment === '@') return EACH;
    return 'Field' in segment ? segment.Field : { on: segment.TypeCondition };
  });
}

/** All objects at a path, in the order of the tree. */
export function entitiesAt(tree: Tree, path: EntityPath, types: TypeConditions): Tree[] {
  const found: Tree[] = [];
  collect(tree, { path, at: 0, types }, (entity) => found.push(entity));
  return found;
}

/** The same objects with their place in the answer; only needed when something went wrong. */
export function locationsAt(tree: Tree, path: EntityPath, types: TypeConditions): Map<Tree, (string | number)[][]> {
  const found = new Map<Tree, (string | number)[][]>();
  collect(tree, { path, at: 0, types }, (entity, place) => {
    found.set(entity, [...(found.get(entity) ?? []), place]);
  });
  return found;
}

interface Walk {
  readonly path: EntityPath;
  readonly at: number;
  readonly types: TypeConditions;
}

function collect(
  current: unknown,
  { path, at, types }: Walk,
  visit: (entity: Tree, place: (string | number)[]) => void,
  place: (string | number)[] = [],
): void {
  if (Array.isArray(current)) {
    const next = path[at] === EACH ? at + 1 : at;
    current.forEach((element, index) => {
      collect(element, { path, at: next, types }, visit, [...place, index]);
    });
    return;
  }
  if (!isTree(current)) return;
  const segment = path[at];
  if (segment === undefined) visit(current, place);
  else if (typeof segment === 'string')
    collect(current[segment], { path, at: at + 1, types }, visit, [...place, segment]);
  else if (segment !== EACH && types.fits(current.__typename, segment.on)) {
    collect(current, { path, at: at + 1, types }, visit, place);
  }
}
