import type { FetchNode } from '@graphql-hive/router-query-planner';
import { merge } from './merge.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './type-conditions.ts';

/** One compiled node of a plan. */
export type Step = (run: Run) => Promise<void>;

/** Asks a subgraph's root fields and merges the answer at the root. */
export function compileFetch(node: FetchNode, types: TypeConditions): Step {
  const rewrite = compileRewrites(node.outputRewrites, types);
  const variables = variablePicker(node.variableUsages);
  return async (run) => {
    const response = await run.send(node.serviceName, { query: node.operation, variables: variables(run) }, undefined);
    for (const error of response.errors ?? []) run.report(error, error.path);
    if (!response.data) return;
    rewrite?.(response.data);
    merge(run.data, response.data);
  };
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
