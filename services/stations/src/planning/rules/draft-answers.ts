import { type Draft, type DraftSeat, draftSeats } from './draft.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { explainGaps, type GapExplanation } from './explain-gap.ts';
import { type Remedy, remediesFor } from './remedies.ts';
import { type SeatCandidate, type SeatConflict, seatCandidates, seatConflicts } from './seat-candidates.ts';
import { type GapSplit, splitGaps } from './split-gaps.ts';

/** What is asked of a draft, and what the answer is. */
export interface DraftAnswers {
  readonly PLAN: { readonly seats: readonly DraftSeat[]; readonly cost: Evaluation };
  readonly GAPS: readonly GapExplanation[];
  readonly SPLIT: GapSplit;
  readonly REMEDIES: readonly Remedy[];
  readonly CANDIDATES: readonly SeatCandidate[];
  readonly CONFLICTS: readonly SeatConflict[];
}

/** `at`: the seat it is about, by its place in the input. */
export interface DraftQuestion<Kind extends keyof DraftAnswers = keyof DraftAnswers> {
  readonly kind: Kind;
  readonly at?: number;
}

const ANSWERS: { readonly [Kind in keyof DraftAnswers]: (draft: Draft, at: number) => DraftAnswers[Kind] } = {
  PLAN: (draft) => ({ seats: draftSeats(draft), cost: evaluate(draft.problem.instance, draft.state.plan) }),
  GAPS: ({ problem, state }) => explainGaps(problem, state),
  SPLIT: ({ state }) => splitGaps(state),
  REMEDIES: ({ problem, state }, at) => remediesFor(problem, state, at),
  CANDIDATES: seatCandidates,
  CONFLICTS: seatConflicts,
};

/** Looks at a draft that nobody else holds: some answers change it. */
export function answerOf<Kind extends keyof DraftAnswers>(
  draft: Draft,
  { kind, at = 0 }: DraftQuestion<Kind>,
): DraftAnswers[Kind] {
  return ANSWERS[kind](draft, at);
}
