import type { Context } from '../context.ts';
import { askDraft } from '../planning/ask-draft.ts';
import type { DraftAnswers } from '../planning/rules/draft-answers.ts';
import type { CoveragePlan } from './coverage-plan.entity.ts';
import { draftInput } from './draft-problem.ts';

type Look = Promise<DraftAnswers['PLAN']>;

const looks = new WeakMap<CoveragePlan, Look>();

/** The seats and the cost of a draft, looked at once for all fields of a request. @throws as `draftInput` */
export function lookAtDraft(plan: CoveragePlan, context: Context): Look {
  const known = looks.get(plan);
  if (known) return known;
  const look = draftInput(plan, context).then((input) => askDraft(input, { kind: 'PLAN' }));
  looks.set(plan, look);
  return look;
}

/** Its seats have changed. */
export function lookAnew(plan: CoveragePlan): void {
  looks.delete(plan);
}
