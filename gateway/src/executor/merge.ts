import type { Tree } from './run.ts';

/**
 * Merges an answer into the tree: objects key by key, lists of objects place by place, everything else by replacement.
 * A `null` from one subgraph does not wipe out what another has already answered.
 */
export function merge(into: Tree, from: Tree): void {
  for (const key in from) {
    const old = into[key];
    const fresh = from[key];
    if (old === undefined) into[key] = fresh;
    else if (isTree(old) && isTree(fresh)) merge(old, fresh);
    else if (Array.isArray(old) && Array.isArray(fresh)) into[key] = mergedLists(old, fresh);
    else if (fresh !== null) into[key] = fresh;
  }
}

/** The same, leaving `from` to whoever else takes it: nothing of it is shared with the tree. */
export function mergeCopy(into: Tree, from: Tree): void {
  for (const key in from) {
    const fresh = from[key];
    merge(into, { [key]: copy(fresh) });
  }
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isTree(value)) return value;
  const result: Tree = {};
  for (const key in value) result[key] = copy(value[key]);
  return result;
}

/** Lists of unequal length are no answer to the same question: the newer one stands. */
function mergedLists(old: unknown[], fresh: unknown[]): unknown[] {
  if (old.length !== fresh.length) return fresh;
  for (let at = 0; at < fresh.length; at += 1) {
    const before = old[at];
    const after = fresh[at];
    if (isTree(before) && isTree(after)) merge(before, after);
    else if (Array.isArray(before) && Array.isArray(after)) old[at] = mergedLists(before, after);
    else if (after !== null) old[at] = after;
  }
  return old;
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
