import type { BatchFetchNode, FetchNode, FlattenNode } from '@graphql-hive/router-query-planner';
import { type EntityPath, entitiesAt, entityPath, locationsAt } from './entity-path.ts';
import { type Step, variablePicker } from './fetch-step.ts';
import { merge } from './merge.ts';
import { compileRepresentation, type Represent } from './representation.ts';
import { compileRewrites, type Rewrite } from './rewrites.ts';
import type { Run, Tree } from './run.ts';
import type { SubgraphError } from './subgraph-call.ts';
import type { TypeConditions } from './type-conditions.ts';

/** One `_entities` field of a fetch: where its entities stand and how they are told and taken back. */
interface EntityField {
  readonly responseKey: string;
  readonly variable: string;
  readonly paths: readonly EntityPath[];
  readonly represent: Represent;
  readonly rewrite: Rewrite | null;
}

/** Entities of one field in one run: several places in the tree may share a representation. */
interface Asked {
  readonly field: EntityField;
  readonly targets: readonly Tree[];
  /** For each target, its place among the representations. */
  readonly places: readonly number[];
}

export function compileFlatten(node: FlattenNode, types: TypeConditions): Step {
  const fetch = node.node as FetchNode;
  const field: EntityField = {
    responseKey: '_entities',
    variable: 'representations',
    paths: [entityPath(node.path)],
    represent: compileRepresentation(fetch.requires ?? [], compileRewrites(fetch.inputRewrites, types), types),
    rewrite: compileRewrites(fetch.outputRewrites, types),
  };
  return compileEntityFetch(fetch, [field], types);
}

export function compileBatch(node: BatchFetchNode, types: TypeConditions): Step {
  const fields = node.entityBatch.aliases.map(
    (alias): EntityField => ({
      responseKey: alias.alias,
      variable: alias.representationsVariableName,
      paths: alias.paths.map(entityPath),
      represent: compileRepresentation(alias.requires, compileRewrites(alias.inputRewrites, types), types),
      rewrite: compileRewrites(alias.outputRewrites, types),
    }),
  );
  return compileEntityFetch(node, fields, types);
}

function compileEntityFetch(
  node: Pick<FetchNode, 'serviceName' | 'operation' | 'variableUsages'>,
  fields: readonly EntityField[],
  types: TypeConditions,
): Step {
  const pickVariables = variablePicker(node.variableUsages);
  return async (run) => {
    const variables = pickVariables(run);
    const representations = new Representations(variables);
    const asked = fields.map((field) => ask(run, field, representations, types));
    if (representations.isEmpty) return;
    const shown = fields[0]?.paths[0]?.filter((segment) => typeof segment === 'string');
    const response = await run.send(node.serviceName, { query: node.operation, variables }, shown);
    if (response.errors) for (const one of asked) reportErrors(run, one, response.errors, types);
    for (const { field, targets, places } of asked) {
      const answers = response.data?.[field.responseKey];
      if (Array.isArray(answers)) takeBack(field, answers, targets, places);
    }
  };
}

/** Representations per variable, each different one once. */
class Representations {
  isEmpty = true;
  private readonly places = new Map<string, Map<string, number>>();

  constructor(private readonly variables: Record<string, unknown>) {}

  add(variable: string, representation: Tree): number {
    let known = this.places.get(variable);
    if (!known) {
      known = new Map();
      this.places.set(variable, known);
    }
    const list = this.list(variable);
    const key = JSON.stringify(representation);
    let place = known.get(key);
    if (place === undefined) {
      place = list.push(representation) - 1;
      known.set(key, place);
      this.isEmpty = false;
    }
    return place;
  }

  list(variable: string): Tree[] {
    this.variables[variable] ??= [];
    return this.variables[variable] as Tree[];
  }
}

function ask(run: Run, field: EntityField, representations: Representations, types: TypeConditions): Asked {
  const targets: Tree[] = [];
  const places: number[] = [];
  representations.list(field.variable);
  for (const path of field.paths) {
    for (const entity of entitiesAt(run.data, path, types)) {
      const representation = field.represent(entity);
      if (!representation) continue;
      targets.push(entity);
      places.push(representations.add(field.variable, representation));
    }
  }
  return { field, targets, places };
}

function takeBack(
  { rewrite }: EntityField,
  answers: readonly unknown[],
  targets: readonly Tree[],
  places: readonly number[],
) {
  if (rewrite) for (const answer of answers) if (answer) rewrite(answer as Tree);
  targets.forEach((target, at) => {
    const answer = answers[places[at] as number];
    if (answer) merge(target, answer as Tree);
  });
}

/** An error at `_entities.3.name` is told at every place in the answer where the third representation came from. */
function reportErrors(
  run: Run,
  { field, targets, places }: Asked,
  errors: readonly SubgraphError[],
  types: TypeConditions,
) {
  const locations = new Map<Tree, (string | number)[][]>();
  for (const path of field.paths) for (const [tree, at] of locationsAt(run.data, path, types)) locations.set(tree, at);
  for (const error of errors) {
    const [key, place, ...rest] = error.path ?? [field.responseKey];
    if (key !== field.responseKey) continue;
    const hit = targets.filter((_, at) => places[at] === place);
    const where = hit.flatMap((target) => locations.get(target) ?? []);
    if (where.length === 0)
      run.report(
        error,
        field.paths[0]?.filter((segment) => typeof segment === 'string'),
      );
    for (const location of where) run.report(error, [...location, ...rest]);
  }
}
