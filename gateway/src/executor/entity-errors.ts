import { entitiesAt, shownPath } from './entity-path.ts';
import type { AskedEntities } from './entity-step.ts';
import type { ErrorPath } from './public-error.ts';
import type { Run, Tree } from './run.ts';
import type { SubgraphError } from './subgraph-call.ts';
import type { TypeConditions } from './type-conditions.ts';

/**
 * An error at `_entities.3.name` is told at every place in the answer where the representation at 3 came from; one
 * that belongs to no entity is told once, at the field that led there.
 */
export function reportEntityErrors(
  run: Run,
  asked: readonly AskedEntities[],
  errors: readonly SubgraphError[],
  types: TypeConditions,
): void {
  const locations = locationsOf(run, asked, types);
  for (const error of errors) {
    const [key, place, ...rest] = error.path ?? [];
    const owner = asked.find(({ field }) => field.responseKey === key);
    const hit = owner?.targets.filter((_, at) => owner.places[at] === place) ?? [];
    const paths = new Set(hit.flatMap((target) => locations.get(target) ?? []));
    if (!owner || paths.size === 0) run.report(error, shownPath(asked[0]?.field.paths[0]));
    else for (const path of paths) run.report(error, [...path, ...owner.field.rewritePath(rest)]);
  }
}

/** Only worked out when something went wrong. One object may stand in several places. */
function locationsOf(run: Run, asked: readonly AskedEntities[], types: TypeConditions): Map<Tree, ErrorPath[]> {
  const locations = new Map<Tree, ErrorPath[]>();
  for (const { field } of asked) {
    for (const path of field.paths) {
      entitiesAt(run.data, path, types, (entity, place) => {
        locations.set(entity, [...(locations.get(entity) ?? []), place]);
      });
    }
  }
  return locations;
}
