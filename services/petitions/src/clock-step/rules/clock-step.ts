import { RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';

/** 标记告急 · 登记当日处置 · 提出误转异议 · 登记来文机关答复. */
export const ClockStep = {
  MARK_URGENT: 'MARK_URGENT',
  RECORD_URGENT_MEASURE: 'RECORD_URGENT_MEASURE',
  OBJECT_TO_TRANSFER: 'OBJECT_TO_TRANSFER',
  RECORD_OBJECTION_ANSWER: 'RECORD_OBJECTION_ANSWER',
} as const;
export type ClockStep = (typeof ClockStep)[keyof typeof ClockStep];

/** How the clocks stand that these steps begin and end. */
export interface StepStanding {
  readonly isUrgent: boolean;
  /** Null when nothing was transferred in. */
  readonly objection: { readonly dueOn: LocalDate | null; readonly stoppedOn: LocalDate | null } | null;
  readonly hasObjected: boolean;
  readonly isObjectionAnswered: boolean;
  readonly isAccepted: boolean;
  readonly today: LocalDate;
}

/** The steps that are open now, in the order of the desk. */
export function stepsOpen(standing: StepStanding): ClockStep[] {
  return Object.values(ClockStep).filter((step) => refusalOf(step, standing) === null);
}

/**
 * Urgency is marked once at a time and ended by what was done; an objection is made while its days run, before the
 * petition is accepted, and answered once. Source: 信访工作条例 23（异议）、25（紧急）.
 * @throws RuleBroken `URGENT_ALREADY`, `NOT_URGENT`, `OBJECTION_NOT_TRANSFERRED`, `OBJECTION_TOO_LATE`,
 *   `OBJECTION_AFTER_ACCEPTANCE`, `OBJECTION_MADE`, `OBJECTION_NOT_MADE`, `OBJECTION_ANSWERED`
 */
export function checkStep(step: ClockStep, standing: StepStanding): void {
  const refusal = refusalOf(step, standing);
  if (refusal) throw refusal;
}

const FIELD = { field: 'step' };

function refusalOf(step: ClockStep, standing: StepStanding): RuleBroken | null {
  switch (step) {
    case 'MARK_URGENT':
      return standing.isUrgent ? new RuleBroken('URGENT_ALREADY', FIELD) : null;
    case 'RECORD_URGENT_MEASURE':
      return standing.isUrgent ? null : new RuleBroken('NOT_URGENT', FIELD);
    case 'OBJECT_TO_TRANSFER':
      return objectionRefusal(standing);
    case 'RECORD_OBJECTION_ANSWER':
      if (!standing.hasObjected) return new RuleBroken('OBJECTION_NOT_MADE', FIELD);
      return standing.isObjectionAnswered ? new RuleBroken('OBJECTION_ANSWERED', FIELD) : null;
  }
}

function objectionRefusal({ objection, hasObjected, isAccepted, today }: StepStanding): RuleBroken | null {
  if (!objection) return new RuleBroken('OBJECTION_NOT_TRANSFERRED', FIELD);
  if (hasObjected) return new RuleBroken('OBJECTION_MADE', FIELD);
  if (isAccepted || objection.stoppedOn) return new RuleBroken('OBJECTION_AFTER_ACCEPTANCE', FIELD);
  const { dueOn } = objection;
  return dueOn && today > dueOn ? new RuleBroken('OBJECTION_TOO_LATE', { ...FIELD, dueOn }) : null;
}
