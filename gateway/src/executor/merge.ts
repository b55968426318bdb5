import type { Tree } from './run.ts';

/**
 * Merges an answer into the tree: objects key by key, lists of objects place by place, everything else by replacement.
 * A `null` from one subgraph does not wipe out an object another has already answered.
 */
export function merge(into: Tree, from: Tree): void {
  for (const key in from) {
    const old = into[key];
    const fresh = from[key];
    if (isTree(old) && isTree(fresh)) merge(old, fresh);
    else if (Array.isArray(old) && Array.isArray(fresh)) mergeLists(into, key, old, fresh);
    else if (fresh !== null || old === undefined) into[key] = fresh;
  }
}

function mergeLists(into: Tree, key: string, old: unknown[], fresh: unknown[]): void {
  if (old.length !== fresh.length) {
    into[key] = fresh;
    return;
  }
  for (let at = 0; at < fresh.length; at += 1) {
    const before = old[at];
    const after = fresh[at];
    if (isTree(before) && isTree(after)) merge(before, after);
    else if (Array.isArray(before) && Array.isArray(after)) mergeLists(old as never, at as never, before, after);
    else if (after !== null) old[at] = after;
  }
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
