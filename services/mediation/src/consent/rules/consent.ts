/** What a party is asked. */
export const ConsentSubject = {
  SHARING: 'SHARING',
  MEDIATOR: 'MEDIATOR',
  EXTENSION: 'EXTENSION',
} as const;
export type ConsentSubject = (typeof ConsentSubject)[keyof typeof ConsentSubject];

export const ConsentAnswer = { GIVEN: 'GIVEN', REFUSED: 'REFUSED', WITHDRAWN: 'WITHDRAWN' } as const;
export type ConsentAnswer = (typeof ConsentAnswer)[keyof typeof ConsentAnswer];

/** How it was given; each leaves a proof outside this system. */
export const ConsentForm = { WRITTEN: 'WRITTEN', RECORDED_TALK: 'RECORDED_TALK', ONLINE: 'ONLINE' } as const;
export type ConsentForm = (typeof ConsentForm)[keyof typeof ConsentForm];

/** One answer, as it was written down; none is ever changed. */
export interface Answered {
  readonly partyId: string;
  readonly subject: string;
  readonly answer: string;
  readonly scope: readonly string[];
  readonly mediatorId?: string | null;
  readonly until?: string | null;
}

/** The last answer of a party to one question; null when it was not asked yet. `answers` in the order they were given. */
export function lastAnswer<A extends Answered>(
  answers: readonly A[],
  partyId: string,
  asked: Pick<Answered, 'subject'> & Partial<Pick<Answered, 'mediatorId' | 'until'>>,
): A | null {
  const fits = (one: A) =>
    one.partyId === partyId &&
    one.subject === asked.subject &&
    (asked.mediatorId === undefined || one.mediatorId === asked.mediatorId) &&
    (asked.until === undefined || one.until === asked.until);
  return answers.findLast(fits) ?? null;
}

/** Whether every party's last answer is yes. */
export function allGave(
  answers: readonly Answered[],
  partyIds: readonly string[],
  asked: Parameters<typeof lastAnswer>[2],
): boolean {
  return partyIds.every((id) => lastAnswer(answers, id, asked)?.answer === 'GIVEN');
}

/** What a party agreed to share; null until it did, and again once it no longer does. */
export function scopeOf(answers: readonly Answered[], partyId: string): readonly string[] | null {
  const last = lastAnswer(answers, partyId, { subject: 'SHARING' });
  return last?.answer === 'GIVEN' ? last.scope : null;
}
