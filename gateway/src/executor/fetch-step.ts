import type { FetchNode } from '@graphql-hive/router-query-planner';
import { parse } from 'graphql';
import { merge } from './merge.ts';
import type { ErrorPath } from './public-error.ts';
import { compilePathRewrite, compileRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** One compiled node of a plan. */
export type Step = (run: Run) => Promise<void>;

/** Asks a subgraph's root fields and merges the answer at the root. */
export function compileFetch(node: FetchNode, types: TypeConditions): Step {
  const rewrite = compileRewrites(node.outputRewrites, types);
  const rewritePath = compilePathRewrite(node.outputRewrites);
  const pickVariables = variablePicker(node.variableUsages);
  const own = onlyRootField(node.operation);
  const path = own && rewritePath(own);
  return async (run) => {
    const request = { query: node.operation, variables: pickVariables(run) };
    const { data, errors = [] } = await run.send(node.serviceName, request, path);
    for (const error of errors) run.report(error, error.path ? rewritePath(error.path) : path);
    if (!data) return;
    rewrite?.(data);
    merge(run.data, data);
  };
}

/** A fetch of one root field that fails is told at that field; where there are several, no one place is right. */
function onlyRootField(operation: string): ErrorPath | undefined {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  const selections = definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections : [];
  const [only, ...others] = selections.flatMap((node) => (node.kind === 'Field' ? [node] : []));
  return only && others.length === 0 ? [only.alias?.value ?? only.name.value] : undefined;
}

/** The client's variables a fetch uses; absent ones stay absent, so that defaults hold. */
export function variablePicker(usages: readonly string[] | undefined): (run: Run) => Record<string, unknown> {
  const names = usages ?? [];
  return ({ variables }) => {
    const picked: Record<string, unknown> = {};
    for (const name of names) if (variables[name] !== undefined) picked[name] = variables[name];
    return picked;
  };
}
