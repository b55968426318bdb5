import { Worker } from 'node:worker_threads';
import type { FoundPlan, PlanProgress, PlanTask } from './search-plan.ts';

/** From source a thread needs the loader the process was started with; a build has the worker beside it. */
const SOURCE = import.meta.url.endsWith('.ts');
const WORKER = new URL(SOURCE ? './plan-worker.ts' : './plan-worker.mjs', import.meta.url);
const OPTIONS = SOURCE ? { execArgv: ['--import', '@oxc-node/core/register'] } : {};

export function startPlanWorker(workerData: object): Worker {
  return new Worker(WORKER, { ...OPTIONS, workerData });
}

type Message = { readonly progress: PlanProgress } | { readonly found: FoundPlan };

/**
 * Plans in a thread, so that the process answers as before. When the signal says so it ends soon, with the best plan
 * so far. @throws whatever broke the search
 */
export function planInThread(
  task: PlanTask,
  onProgress: (progress: PlanProgress) => void,
  signal: AbortSignal,
): Promise<FoundPlan> {
  const stop = new Int32Array(new SharedArrayBuffer(4));
  const end = () => Atomics.store(stop, 0, 1);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  const worker = startPlanWorker({ task, stop });
  return new Promise<FoundPlan>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.found);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The planning thread ended with ${code}`)));
  }).finally(() => {
    signal.removeEventListener('abort', end);
    void worker.terminate();
  });
}
