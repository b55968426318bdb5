import type { PlanNode } from '@graphql-hive/router-query-planner';
import { compileBatch, compileFlatten } from './entity-step.ts';
import { compileFetch, type Step } from './fetch-step.ts';
import type { TypeConditions } from './type-conditions.ts';

/**
 * A plan node → a step. Done once per operation.
 * @throws Error for a node this gateway never asks the planner for (defer)
 */
export function compilePlan(node: PlanNode, types: TypeConditions): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, types);
    case 'Subscription':
      return compileFetch(node.primary, types);
    case 'Flatten':
      return compileFlatten(node, types);
    case 'BatchFetch':
      return compileBatch(node, types);
    case 'Sequence':
      return inSequence(node.nodes.map((one) => compilePlan(one, types)));
    case 'Parallel':
      return inParallel(node.nodes.map((one) => compilePlan(one, types)));
    case 'Condition': {
      const then = node.ifClause && compilePlan(node.ifClause, types);
      const otherwise = node.elseClause && compilePlan(node.elseClause, types);
      return async (run) => (run.variables[node.condition] ? then?.(run) : otherwise?.(run));
    }
    default:
      throw new Error(`A plan may not hold ${node.kind}`);
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}
