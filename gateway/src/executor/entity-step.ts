import type {
  BatchFetchNode,
  FetchNode,
  FetchRewrite,
  FlattenNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import { reportEntityErrors } from './entity-errors.ts';
import { type EntityPath, entitiesAt, entityPath, shownPath } from './entity-path.ts';
import { type Step, variablePicker } from './fetch-step.ts';
import { isTree, merge, mergeCopy } from './merge.ts';
import type { ErrorPath } from './public-error.ts';
import { compileRepresentation, type Represent, Representations } from './representation.ts';
import { compilePathRewrite, compileRewrites, type Rewrite, withinEntity } from './rewrites.ts';
import type { Run, Tree } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** One `_entities` field of a fetch: where its entities stand and how they are told and taken back. */
interface EntityField {
  readonly responseKey: string;
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly represent: Represent;
  readonly rewrite: Rewrite | null;
  readonly rewritePath: (path: ErrorPath) => ErrorPath;
}

/** The entities of one field in one run. Several may have the same representation. */
export interface AskedEntities {
  readonly field: EntityField;
  readonly targets: readonly Tree[];
  /** For each target, its place among the representations. */
  readonly places: readonly number[];
}

interface FieldSource {
  readonly responseKey: string;
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly requires?: readonly RequiresSelection[];
  readonly inputRewrites?: readonly FetchRewrite[];
  readonly outputRewrites?: readonly FetchRewrite[];
}

export function compileFlatten(node: FlattenNode, types: TypeConditions): Step {
  const fetch = node.node as FetchNode;
  const names = { responseKey: '_entities', variable: 'representations' };
  const field = entityField({ ...fetch, ...names, paths: [entityPath(node.path)] }, types);
  return compileEntityFetch(fetch, [field], types);
}

export function compileBatch(node: BatchFetchNode, types: TypeConditions): Step {
  const fields = node.entityBatch.aliases.map((alias) => {
    const names = { responseKey: alias.alias, variable: alias.representationsVariableName };
    return entityField({ ...alias, ...names, paths: alias.paths.map(entityPath) }, types);
  });
  return compileEntityFetch(node, fields, types);
}

function entityField(source: FieldSource, types: TypeConditions): EntityField {
  const { responseKey, variable, paths, requires = [], inputRewrites } = source;
  const outputRewrites = source.outputRewrites?.map((rewrite) => withinEntity(rewrite, responseKey));
  return {
    responseKey,
    variable,
    paths,
    represent: compileRepresentation(requires, compileRewrites(inputRewrites, types), types),
    rewrite: compileRewrites(outputRewrites, types),
    rewritePath: compilePathRewrite(outputRewrites),
  };
}

function compileEntityFetch(
  node: Pick<FetchNode, 'serviceName' | 'operation' | 'variableUsages'>,
  fields: readonly EntityField[],
  types: TypeConditions,
): Step {
  const pickVariables = variablePicker(node.variableUsages);
  const shown = shownPath(fields[0]?.paths[0]);
  return async (run) => {
    const variables = pickVariables(run);
    const asked = askAll(run, fields, { variables, types });
    if (asked.every(({ targets }) => targets.length === 0)) return;
    const { data, errors } = await run.send(node.serviceName, { query: node.operation, variables }, shown);
    if (errors) reportEntityErrors(run, asked, errors, types);
    for (const one of asked) takeBack(one, data?.[one.field.responseKey]);
  };
}

interface Asking {
  /** Of the fetch; the representations are added to them. */
  readonly variables: Record<string, unknown>;
  readonly types: TypeConditions;
}

function askAll(run: Run, fields: readonly EntityField[], { variables, types }: Asking): AskedEntities[] {
  const byVariable = new Map<string, Representations>();
  const asked = fields.map((field) => {
    const representations = byVariable.get(field.variable) ?? new Representations();
    byVariable.set(field.variable, representations);
    return ask(run, field, { representations, types });
  });
  for (const [name, { trees }] of byVariable) variables[name] = trees;
  return asked;
}

function ask(
  run: Run,
  field: EntityField,
  { representations, types }: { readonly representations: Representations; readonly types: TypeConditions },
): AskedEntities {
  const targets: Tree[] = [];
  const places: number[] = [];
  for (const path of field.paths) {
    entitiesAt(run.data, path, types, (entity) => {
      const place = field.represent(entity, representations);
      if (place === null) return;
      targets.push(entity);
      places.push(place);
    });
  }
  return { field, targets, places };
}

/**
 * An answer given to more than one place is copied there: what is asked next may differ from place to place, and must
 * not meet in one object.
 */
function takeBack({ field, targets, places }: AskedEntities, answers: unknown): void {
  if (!Array.isArray(answers)) return;
  if (field.rewrite) for (const answer of answers) if (isTree(answer)) field.rewrite(answer);
  const taken = new Set<number>();
  targets.forEach((target, at) => {
    const place = places[at] as number;
    const answer: unknown = answers[place];
    if (!isTree(answer)) return;
    if (taken.has(place)) mergeCopy(target, answer);
    else merge(target, answer);
    taken.add(place);
  });
}
