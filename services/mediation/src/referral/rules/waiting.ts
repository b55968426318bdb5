import type { LocalDate } from '@everyletter/kit/time';

/** What an open referral waits for, in the order in which it comes. */
export const WaitingKind = {
  CONSENT: 'CONSENT',
  PARTNER_ANSWER: 'PARTNER_ANSWER',
  DISCLOSURE: 'DISCLOSURE',
  MEDIATOR_ACCEPTANCE: 'MEDIATOR_ACCEPTANCE',
  REPLACEMENT: 'REPLACEMENT',
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
  /** What only the mediator sees; null for everybody else. */
  readonly room: RoomStanding | null;
  readonly outcome: OutcomeStanding | null;
}

export interface RoomStanding {
  readonly hasDisclosed: boolean;
  /** Whether each party takes the mediator; null where it has not said. */
  readonly mediatorAnswers: readonly (boolean | null)[];
  readonly isDrafted: boolean;
  /** Of the session that is planned first; null when none is. */
  readonly nextSessionOn: LocalDate | null;
  readonly heldSessions: number;
}

export interface OutcomeStanding {
  /** Of what is not performed yet, in order. */
  readonly openDueOn: readonly LocalDate[];
  /** Null where nothing is to be applied for, or was. */
  readonly confirmationDueOn: LocalDate | null;
}

/** One thing at a time: the first that is not done. */
export function waitingFor({ state, answerDueOn, endsOn, today, room, outcome }: Standing): Waiting {
  if (state === 'PROPOSED') return { kind: 'CONSENT', until: null };
  if (state === 'CONSENTED') return { kind: 'PARTNER_ANSWER', until: answerDueOn };
  if (state === 'ACCEPTED') return mediating({ endsOn, today, room });
  if (state === 'AGREED') return performing(outcome, today);
  return { kind: 'NOTHING', until: null };
}

function mediating({ endsOn, today, room }: Pick<Standing, 'endsOn' | 'today' | 'room'>): Waiting {
  const by = (kind: WaitingKind, until = endsOn): Waiting => ({ kind, until });
  if (endsOn && today > endsOn) return by('PERIOD_OVER');
  if (!room) return by('OUTCOME');
  if (room.mediatorAnswers.includes(false)) return by('REPLACEMENT');
  if (!room.hasDisclosed) return by('DISCLOSURE');
  if (room.mediatorAnswers.includes(null)) return by('MEDIATOR_ACCEPTANCE');
  if (room.isDrafted) return by('SIGNATURES');
  if (room.nextSessionOn) return by('SESSION_RECORD', room.nextSessionOn);
  return by(room.heldSessions > 0 ? 'OUTCOME' : 'SESSION');
}

/** What is due first comes first. */
function performing(outcome: OutcomeStanding | null, today: LocalDate): Waiting {
  if (!outcome) return { kind: 'PERFORMANCE', until: null };
  const [next] = outcome.openDueOn;
  const { confirmationDueOn } = outcome;
  const mayApply = confirmationDueOn !== null && confirmationDueOn >= today;
  if (mayApply && (!next || confirmationDueOn < next)) return { kind: 'CONFIRMATION', until: confirmationDueOn };
  return next ? { kind: 'PERFORMANCE', until: next } : { kind: 'CLOSURE', until: null };
}
