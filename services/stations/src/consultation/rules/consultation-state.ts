import { RuleBroken } from '@everyletter/kit/errors';

/** BLOCKED: a conflict of interest was found, and nobody has overridden it. */
export const ConsultationState = { BLOCKED: 'BLOCKED', OPEN: 'OPEN', DONE: 'DONE' } as const;
export type ConsultationState = (typeof ConsultationState)[keyof typeof ConsultationState];

/** What came of it. */
export const ConsultationOutcome = {
  EXPLAINED: 'EXPLAINED',
  GUIDED: 'GUIDED',
  AID_REFERRED: 'AID_REFERRED',
  OPINION_GIVEN: 'OPINION_GIVEN',
} as const;
export type ConsultationOutcome = (typeof ConsultationOutcome)[keyof typeof ConsultationOutcome];

/**
 * Why a consultation is blocked. Source: 律师法 23, 39; that a lawyer who helped one of several in a matter may not
 * then help another is local practice.
 */
export const ConflictKind = {
  ADVISED_OTHER_SIDE: 'ADVISED_OTHER_SIDE',
  WAS_OTHER_SIDE: 'WAS_OTHER_SIDE',
  SAME_MATTER: 'SAME_MATTER',
} as const;
export type ConflictKind = (typeof ConflictKind)[keyof typeof ConflictKind];

/** @throws RuleBroken `CONSULTATION_BLOCKED`, `CONSULTATION_DONE` */
export function checkMayRecord(state: ConsultationState): void {
  if (state === 'BLOCKED') throw new RuleBroken('CONSULTATION_BLOCKED');
  if (state === 'DONE') throw new RuleBroken('CONSULTATION_DONE');
}

/** Whoever began it does not override what was found. @throws RuleBroken `CONSULTATION_NOT_BLOCKED`, `OVERRIDE_BY_ANOTHER` */
export function checkMayOverride(state: ConsultationState, startedById: string, accountId: string): void {
  if (state !== 'BLOCKED') throw new RuleBroken('CONSULTATION_NOT_BLOCKED');
  if (startedById === accountId) throw new RuleBroken('OVERRIDE_BY_ANOTHER');
}
