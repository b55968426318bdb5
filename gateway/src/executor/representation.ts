import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import { isTree, merge } from './merge.ts';
import type { Rewrite } from './rewrites.ts';
import type { Tree } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** What a subgraph is told to find entities by; each different one once. */
export class Representations {
  readonly trees: Tree[] = [];
  private readonly places = new Map<string, number>();

  /** The place of the representation of this identity; `build` makes it if it is new. */
  place(identity: string, build: () => Tree): number {
    const known = this.places.get(identity);
    if (known !== undefined) return known;
    const place = this.trees.push(build()) - 1;
    this.places.set(identity, place);
    return place;
  }
}

/** Adds an entity; answers its place, or `null` when its keys are not known and it cannot be asked for. */
export type Represent = (entity: Tree, into: Representations) => number | null;

export function compileRepresentation(
  requires: readonly RequiresSelection[],
  rewrite: Rewrite | null,
  types: TypeConditions,
): Represent {
  const key = rewrite ? null : singleKey(requires);
  return key ? bySingleKey(key, types) : bySelection(requires, rewrite, types);
}

interface SingleKey {
  readonly typename: string;
  readonly field: string;
}

/** Most entities are told by their type and one field; these need no walk and no writing out. */
function singleKey(requires: readonly RequiresSelection[]): SingleKey | null {
  const [only, ...others] = requires;
  if (!only || others.length > 0 || only.kind !== 'InlineFragment') return null;
  const names = only.selections.map((field) => (field.kind === 'Field' && !field.selections?.length ? field : null));
  const keys = names.filter((field) => field?.name !== '__typename');
  const [key] = keys;
  return key && keys.length === 1 && !key.alias ? { typename: only.typeCondition, field: key.name } : null;
}

function bySingleKey({ typename, field }: SingleKey, types: TypeConditions): Represent {
  return (entity, into) => {
    const actual = entity.__typename;
    if (typeof actual !== 'string' || !types.fits(actual, typename)) return null;
    const value = entity[field];
    if (value === null || value === undefined) return null;
    const text = typeof value === 'string' ? `"${value}` : JSON.stringify(value);
    return into.place(`${actual} ${field} ${text}`, () => ({ __typename: actual, [field]: value }));
  };
}

function bySelection(
  requires: readonly RequiresSelection[],
  rewrite: Rewrite | null,
  types: TypeConditions,
): Represent {
  return (entity, into) => {
    if (typeof entity.__typename !== 'string') return null;
    const tree = project(requires, entity, types);
    if (!isTree(tree)) return null;
    tree.__typename ??= entity.__typename;
    rewrite?.(tree);
    return into.place(JSON.stringify(tree), () => tree);
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
