import type { LocalDate } from '@everyletter/kit/time';

/** What an open referral waits for, in the order in which it comes. */
export const WaitingKind = {
  CONSENT: 'CONSENT',
  PARTNER_ANSWER: 'PARTNER_ANSWER',
  DISCLOSURE: 'DISCLOSURE',
  MEDIATOR_ACCEPTANCE: 'MEDIATOR_ACCEPTANCE',
  SESSION: 'SESSION',
  SESSION_RECORD: 'SESSION_RECORD',
  OUTCOME: 'OUTCOME',
  SIGNATURES: 'SIGNATURES',
  PERIOD_OVER: 'PERIOD_OVER',
  PERFORMANCE: 'PERFORMANCE',
  CONFIRMATION: 'CONFIRMATION',
  CLOSURE: 'CLOSURE',
  NOTHING: 'NOTHING',
} as const;
export type WaitingKind = (typeof WaitingKind)[keyof typeof WaitingKind];

export interface Waiting {
  readonly kind: WaitingKind;
  /** The last day; null where there is none. */
  readonly until: LocalDate | null;
}

/** What of a referral says what comes next. */
export interface Standing {
  readonly state: string;
  readonly answerDueOn: LocalDate | null;
  readonly endsOn: LocalDate | null;
  readonly today: LocalDate;
}

/** One thing at a time: the first that is not done. */
export function waitingFor({ state, answerDueOn, endsOn, today }: Standing): Waiting {
  if (state === 'PROPOSED') return { kind: 'CONSENT', until: null };
  if (state === 'CONSENTED') return { kind: 'PARTNER_ANSWER', until: answerDueOn };
  if (state === 'ACCEPTED') return { kind: endsOn && today > endsOn ? 'PERIOD_OVER' : 'OUTCOME', until: endsOn };
  if (state === 'AGREED') return { kind: 'PERFORMANCE', until: null };
  return { kind: 'NOTHING', until: null };
}
