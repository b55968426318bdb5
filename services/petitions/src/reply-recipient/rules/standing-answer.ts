import type { LocalDate } from '@everyletter/kit/time';
import type { ReplyKind } from '../../reply/rules/reply-kinds.ts';

/** A dispatched reply that still stands: somebody has it, or it is on its way. */
export interface StandingReply {
  readonly id: string;
  readonly kind: ReplyKind;
  readonly sentOn: LocalDate;
}

/** By which of the replies that still stand the promises are kept; null where by none. */
export interface KeptBy {
  readonly procedural: StandingReply | null;
  readonly substantive: StandingReply | null;
  readonly hasResult: boolean;
}

/**
 * What is left of the answers when one of them came back: it counts as never sent, the others as ever; of several that
 * keep a promise the earliest counts. Source: domain rule R14: dispatch satisfies, a returned letter opens it again.
 */
export function standingAnswers(replies: readonly StandingReply[], progressSatisfies: boolean): KeptBy {
  const inOrder = replies.toSorted((one, other) => one.sentOn.localeCompare(other.sentOn));
  const first = (fits: (kind: ReplyKind) => boolean) => inOrder.find(({ kind }) => fits(kind)) ?? null;
  return {
    procedural: first((kind) => kind !== 'PROGRESS'),
    substantive: first((kind) => kind === 'RESULT' || (kind === 'PROGRESS' && progressSatisfies)),
    hasResult: replies.some(({ kind }) => kind === 'RESULT'),
  };
}
