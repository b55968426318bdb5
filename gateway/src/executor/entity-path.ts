import type { FlattenNodePathSegment } from '@graphql-hive/router-query-planner';
import { isTree } from './merge.ts';
import type { ErrorPath } from './public-error.ts';
import type { Tree } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** A place in the tree where entities stand: response keys, type conditions, and EACH for every element of a list. */
export type EntityPath = readonly (string | { readonly on: readonly string[] } | typeof EACH)[];
export const EACH = Symbol('each');

/** Called with an entity and, when asked for, its place in the answer. */
export type VisitEntity = (entity: Tree, place: ErrorPath) => void;

export function entityPath(segments: readonly FlattenNodePathSegment[]): EntityPath {
  return segments.map((segment) => {
    if (segment === '@') return EACH;
    return 'Field' in segment ? segment.Field : { on: segment.TypeCondition };
  });
}

/** The response keys of a path: as near as one can say where a whole fetch belongs. */
export function shownPath(path: EntityPath | undefined): string[] {
  return (path ?? []).filter((segment) => typeof segment === 'string');
}

/** Visits all objects at a path, in the order of the tree. Places cost; a visitor without that parameter gets none. */
export function entitiesAt(tree: Tree, path: EntityPath, types: TypeConditions, visit: VisitEntity): void {
  new Walk(path, types, visit).go(tree, 0, visit.length > 1 ? [] : null);
}

class Walk {
  constructor(
    private readonly path: EntityPath,
    private readonly types: TypeConditions,
    private readonly visit: VisitEntity,
  ) {}

  go(current: unknown, at: number, place: ErrorPath | null): void {
    if (Array.isArray(current)) {
      const next = this.path[at] === EACH ? at + 1 : at;
      for (let index = 0; index < current.length; index += 1) this.go(current[index], next, place && [...place, index]);
      return;
    }
    if (!isTree(current)) return;
    const segment = this.path[at];
    if (segment === undefined) this.visit(current, place ?? []);
    else if (typeof segment === 'string') this.go(current[segment], at + 1, place && [...place, segment]);
    else if (segment !== EACH && this.types.fits(current.__typename, segment.on)) this.go(current, at + 1, place);
  }
}
