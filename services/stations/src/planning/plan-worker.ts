import { parentPort, workerData } from 'node:worker_threads';
import { answerDraft } from './answer-draft.ts';
import type { DraftQuestion } from './rules/draft-answers.ts';
import { type PlanTask, searchPlan } from './search-plan.ts';

type Order = { readonly task: PlanTask; readonly stop: Int32Array } | { readonly question: DraftQuestion };

/** One search or one question, in a thread of its own. `stop` holds 1 when a search shall end with what it has. */
const order = workerData as Order;

if ('question' in order) {
  if (parentPort) answerDraft(parentPort, order.question);
} else {
  const found = searchPlan(order.task, (progress) => {
    parentPort?.postMessage({ progress });
    return Atomics.load(order.stop, 0) === 0;
  });
  parentPort?.postMessage({ found });
}
