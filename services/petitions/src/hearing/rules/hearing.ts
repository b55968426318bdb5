import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type { HearingTerms } from '../../policy-pack/rules/policy-pack.ts';

/** 听证 · 简易听证 · 上门听证 · 网上听证. */
export const HearingKind = { STANDARD: 'STANDARD', SIMPLE: 'SIMPLE', ON_SITE: 'ON_SITE', ONLINE: 'ONLINE' } as const;
export type HearingKind = (typeof HearingKind)[keyof typeof HearingKind];

export const HearingState = { PLANNED: 'PLANNED', HELD: 'HELD', CALLED_OFF: 'CALLED_OFF' } as const;
export type HearingState = (typeof HearingState)[keyof typeof HearingState];

/** What the majority of the hearing officers holds of the request. */
export const HearingOutcome = {
  SUPPORTED: 'SUPPORTED',
  PARTLY_SUPPORTED: 'PARTLY_SUPPORTED',
  NOT_SUPPORTED: 'NOT_SUPPORTED',
  SETTLED: 'SETTLED',
} as const;
export type HearingOutcome = (typeof HearingOutcome)[keyof typeof HearingOutcome];

export interface HearingPlan {
  readonly kind: HearingKind;
  readonly plannedOn: LocalDate;
  readonly noticedOn: LocalDate;
  readonly officers: readonly string[];
}

const START = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * Ordinary citizens hear a dispute: how many, and how long before they and the parties are told, is the policy pack’s.
 * A simple or on-site hearing may be held with fewer, but never with none. The notice is counted in calendar days.
 * Source: 《人民检察院审查案件听证工作规定》(2020): 3 to 7 officers, about three days’ notice.
 * @throws Invalid `HEARING_OFFICERS_REPEATED`; RuleBroken `HEARING_OFFICERS_TOO_FEW`, `HEARING_OFFICERS_TOO_MANY`,
 * `HEARING_NOTICE_TOO_SHORT`, `HEARING_IN_PAST`
 */
export function checkPlan(
  { kind, plannedOn, noticedOn, officers }: HearingPlan,
  terms: HearingTerms,
  today: LocalDate,
): void {
  const field = 'officers';
  if (new Set(officers).size < officers.length) throw new Invalid('HEARING_OFFICERS_REPEATED', { field });
  const min = kind === 'STANDARD' || kind === 'ONLINE' ? terms.officersMin : 1;
  if (officers.length < min) throw new RuleBroken('HEARING_OFFICERS_TOO_FEW', { field, min });
  if (officers.length > terms.officersMax) {
    throw new RuleBroken('HEARING_OFFICERS_TOO_MANY', { field, max: terms.officersMax });
  }
  if (plannedOn < today) throw new RuleBroken('HEARING_IN_PAST', { field: 'plannedOn', today });
  const days = kind === 'STANDARD' || kind === 'ONLINE' ? terms.noticeDays : 0;
  if (addDays(noticedOn, days) > plannedOn) {
    throw new RuleBroken('HEARING_NOTICE_TOO_SHORT', { field: 'noticedOn', days });
  }
}

/** @throws Invalid `HEARING_TIME_INVALID` unless it is `HH:MM` */
export function checkStart(startsAt: string): void {
  if (!START.test(startsAt)) throw new Invalid('HEARING_TIME_INVALID', { field: 'startsAt' });
}

/** @throws RuleBroken `HEARING_NOT_PLANNED`; Invalid `HEARING_HELD_IN_FUTURE` */
export function checkHeld(state: HearingState, heldOn: LocalDate, today: LocalDate): void {
  if (state !== 'PLANNED') throw new RuleBroken('HEARING_NOT_PLANNED', { field: 'hearingId', state });
  if (heldOn > today) throw new Invalid('HEARING_HELD_IN_FUTURE', { field: 'heldOn', today });
}
