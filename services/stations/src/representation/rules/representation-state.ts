import { Invalid, RuleBroken } from '@everyletter/kit/errors';

/** BLOCKED: a conflict of interest was found, and nobody has overridden it. PROPOSED: the lawyer is asked. */
export const RepresentationState = {
  BLOCKED: 'BLOCKED',
  PROPOSED: 'PROPOSED',
  ACTIVE: 'ACTIVE',
  DECLINED: 'DECLINED',
  ENDED: 'ENDED',
} as const;
export type RepresentationState = (typeof RepresentationState)[keyof typeof RepresentationState];

export const RepresentationKind = { PUBLIC_INTEREST: 'PUBLIC_INTEREST' } as const;

/** What the petitioner lets the lawyer do, and nothing beyond. */
export const RepresentationScope = {
  GIVE_OPINIONS: 'GIVE_OPINIONS',
  READ_CASE_FILE: 'READ_CASE_FILE',
  HAND_IN_MATERIALS: 'HAND_IN_MATERIALS',
  ATTEND_HEARING: 'ATTEND_HEARING',
  RECEIVE_ANSWERS: 'RECEIVE_ANSWERS',
} as const;
export type RepresentationScope = (typeof RepresentationScope)[keyof typeof RepresentationScope];

export const RepresentationConsentForm = { WRITTEN: 'WRITTEN', RECORDED: 'RECORDED' } as const;
export type RepresentationConsentForm = (typeof RepresentationConsentForm)[keyof typeof RepresentationConsentForm];

export const RepresentationEndReason = {
  COMPLETED: 'COMPLETED',
  PETITIONER_WITHDREW: 'PETITIONER_WITHDREW',
  LAWYER_WITHDREW: 'LAWYER_WITHDREW',
  CONFLICT_AROSE: 'CONFLICT_AROSE',
} as const;
export type RepresentationEndReason = (typeof RepresentationEndReason)[keyof typeof RepresentationEndReason];

export type RepresentationStep = 'OVERRIDE' | 'ANSWER' | 'GIVE_OPINION' | 'END';

const FROM: Readonly<Record<RepresentationStep, readonly RepresentationState[]>> = {
  OVERRIDE: ['BLOCKED'],
  ANSWER: ['PROPOSED'],
  GIVE_OPINION: ['ACTIVE'],
  END: ['BLOCKED', 'PROPOSED', 'ACTIVE'],
};

export function mayTake(step: RepresentationStep, state: string): boolean {
  return (FROM[step] as readonly string[]).includes(state);
}

/** @throws RuleBroken `REPRESENTATION_STATE_FORBIDS`, naming the state */
export function checkStep(step: RepresentationStep, state: string): void {
  if (!mayTake(step, state)) throw new RuleBroken('REPRESENTATION_STATE_FORBIDS', { field: 'id', state, step });
}

/** @throws RuleBroken `REPRESENTATION_OUT_OF_SCOPE`, naming what the petitioner did not consent to */
export function checkScope(wanted: RepresentationScope, scope: readonly string[]): void {
  if (!scope.includes(wanted)) throw new RuleBroken('REPRESENTATION_OUT_OF_SCOPE', { field: 'id', scope: wanted });
}

/**
 * Voluntary and without a fee: both are said before anything is asked of a lawyer. Source: 中政委〔2015〕16号 (自愿平等、
 * 无偿公益). @throws Invalid `REPRESENTATION_NOT_FREE`, `REPRESENTATION_SCOPE_EMPTY`, `CONSENT_IN_FUTURE`
 */
export function checkConsent(
  { scope, freeOfCharge, consentedOn }: RepresentationConsent,
  today: string,
): readonly RepresentationScope[] {
  if (!freeOfCharge) throw new Invalid('REPRESENTATION_NOT_FREE', { field: 'freeOfCharge' });
  if (scope.length === 0) throw new Invalid('REPRESENTATION_SCOPE_EMPTY', { field: 'scope' });
  if (consentedOn > today) throw new Invalid('CONSENT_IN_FUTURE', { field: 'consentedOn' });
  return Object.values(RepresentationScope).filter((one) => scope.includes(one));
}

export interface RepresentationConsent {
  readonly scope: readonly RepresentationScope[];
  readonly freeOfCharge: boolean;
  readonly consentedOn: string;
}
