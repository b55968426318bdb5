import { parentPort, workerData } from 'node:worker_threads';
import { type PlanTask, searchPlan } from './search-plan.ts';

/** Runs one search in a thread of its own. `stop` holds 1 when it shall end with what it has. */
const { task, stop } = workerData as { readonly task: PlanTask; readonly stop: Int32Array };

const found = searchPlan(task, (progress) => {
  parentPort?.postMessage({ progress });
  return Atomics.load(stop, 0) === 0;
});
parentPort?.postMessage({ found });
