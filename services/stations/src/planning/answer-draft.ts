import type { MessagePort } from 'node:worker_threads';
import { draftFrom } from './rules/draft.ts';
import { answerOf, type DraftQuestion } from './rules/draft-answers.ts';
import type { PlanningInput } from './rules/planning-input.ts';

/** A portion of what a draft is made from; the days come last. */
type Portion = Omit<PlanningInput, 'days'> | Pick<PlanningInput, 'days'>;

/** The thread’s side of `askDraft`: takes the draft in portions and answers one question. */
export function answerDraft(port: MessagePort, question: DraftQuestion): void {
  const [seats, lawyers, commitments]: [
    PlanningInput['seats'][number][],
    PlanningInput['lawyers'][number][],
    PlanningInput['commitments'][number][],
  ] = [[], [], []];
  port.on('message', (portion: Portion) => {
    if ('days' in portion) {
      const { days } = portion;
      port.postMessage({ answer: answerOf(draftFrom({ days, seats, lawyers, commitments }), question) });
      port.close();
      return;
    }
    seats.push(...portion.seats);
    lawyers.push(...portion.lawyers);
    commitments.push(...portion.commitments);
  });
}
