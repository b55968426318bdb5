import { setImmediate as breath } from 'node:timers/promises';
import { startPlanWorker } from './plan-in-thread.ts';
import { draftFrom } from './rules/draft.ts';
import { answerOf, type DraftAnswers, type DraftQuestion } from './rules/draft-answers.ts';
import type { PlanningInput } from './rules/planning-input.ts';

/** Up to so many seats times lawyers a draft is looked at before a thread has even started. */
const SMALL = 200_000;
/** Seats or lawyers sent to the thread at once: a few milliseconds of copying. */
const PORTION = 500;

/**
 * Asks something of a draft; of a large one in a thread, to which it is sent in portions, so that the process answers
 * as before. @throws whatever broke the thread
 */
export function askDraft<Kind extends keyof DraftAnswers>(
  input: PlanningInput,
  question: DraftQuestion<Kind>,
): Promise<DraftAnswers[Kind]> {
  const isSmall = input.seats.length * input.lawyers.length <= SMALL;
  return isSmall ? Promise.resolve(answerOf(draftFrom(input), question)) : askThread(input, question);
}

async function askThread<Kind extends keyof DraftAnswers>(
  { seats, lawyers, days, commitments }: PlanningInput,
  question: DraftQuestion<Kind>,
): Promise<DraftAnswers[Kind]> {
  const worker = startPlanWorker({ question });
  const answered = new Promise<DraftAnswers[Kind]>((resolve, reject) => {
    worker.once('message', ({ answer }: { readonly answer: DraftAnswers[Kind] }) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The planning thread ended with ${code}`)));
  });
  const send = async () => {
    for (let from = 0; from < Math.max(seats.length, lawyers.length, commitments.length); from += PORTION) {
      const part = <One>(of: readonly One[]) => of.slice(from, from + PORTION);
      worker.postMessage({ seats: part(seats), lawyers: part(lawyers), commitments: part(commitments) });
      await breath();
    }
    worker.postMessage({ days });
  };
  try {
    const [answer] = await Promise.all([answered, send()]);
    return answer;
  } finally {
    void worker.terminate();
  }
}
