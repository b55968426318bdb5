import type { FetchNodePathSegment, FetchRewrite, KeyRenamer, ValueSetter } from '@graphql-hive/router-query-planner';
import { isTree } from './merge.ts';
import type { ErrorPath } from './public-error.ts';
import type { Tree } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** Changes one object in place, as the planner asked for aliases and interface objects. */
export type Rewrite = (tree: Tree) => void;

/** `null` when there is nothing to do. */
export function compileRewrites(list: readonly FetchRewrite[] | undefined, types: TypeConditions): Rewrite | null {
  if (!list?.length) return null;
  const rewrites = list.map((rewrite) => compileOne(rewrite, types));
  return (tree) => {
    for (const rewrite of rewrites) rewrite(tree);
  };
}

/** A path in a subgraph's answer → the same path once keys are renamed. The planner's own aliases are told once each. */
export function compilePathRewrite(list: readonly FetchRewrite[] | undefined): (path: ErrorPath) => ErrorPath {
  const renamed = new Map<string | number, string>();
  for (const rewrite of list ?? []) {
    if (!('KeyRenamer' in rewrite)) continue;
    const last = rewrite.KeyRenamer.path.at(-1);
    if (last && 'Key' in last) renamed.set(last.Key, rewrite.KeyRenamer.renameKeyTo);
  }
  return renamed.size === 0 ? (path) => path : (path) => path.map((segment) => renamed.get(segment) ?? segment);
}

/** Rewrites of a single fetch start at `_entities`, those of a batch at its elements: both, then, from the entity. */
export function withinEntity(rewrite: FetchRewrite, responseKey: string): FetchRewrite {
  if ('KeyRenamer' in rewrite) return { KeyRenamer: fromEntity(rewrite.KeyRenamer, responseKey) };
  return { ValueSetter: fromEntity('ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite, responseKey) };
}

function fromEntity<T extends KeyRenamer | ValueSetter>(rewrite: T, responseKey: string): T {
  const [first, ...rest] = rewrite.path;
  const isAbove = first && 'Key' in first && (first.Key === '_entities' || first.Key === responseKey);
  return isAbove ? { ...rewrite, path: rest } : rewrite;
}

function compileOne(rewrite: FetchRewrite, types: TypeConditions): Rewrite {
  if ('KeyRenamer' in rewrite) return renamer(rewrite.KeyRenamer, types);
  return setter('ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite, types);
}

function renamer({ path, renameKeyTo }: KeyRenamer, types: TypeConditions): Rewrite {
  return along(path, types, (owner, key) => {
    if (!(key in owner)) return;
    owner[renameKeyTo] = owner[key];
    delete owner[key];
  });
}

function setter({ path, setValueTo }: ValueSetter, types: TypeConditions): Rewrite {
  return along(path, types, (owner, key) => {
    owner[key] = setValueTo;
  });
}

/** Walks to the last key of a path, through lists, past objects of other types. */
function along(
  path: readonly FetchNodePathSegment[],
  types: TypeConditions,
  change: (owner: Tree, key: string) => void,
): Rewrite {
  const walk = (current: unknown, at: number): void => {
    if (Array.isArray(current)) {
      for (const element of current) walk(element, at);
      return;
    }
    const segment = path[at];
    if (!isTree(current) || !segment) return;
    if ('TypenameEquals' in segment) {
      if (types.fits(current.__typename, segment.TypenameEquals)) walk(current, at + 1);
    } else if (at === path.length - 1) change(current, segment.Key);
    else walk(current[segment.Key], at + 1);
  };
  return (tree) => walk(tree, 0);
}
