import { Invalid } from '@everyletter/kit/errors';

/** One period of the policy. */
export interface Period {
  readonly amount: number;
  readonly unit: 'CALENDAR_DAY' | 'WORKDAY';
}

/** Who may serve. */
export interface EligibilityTerms {
  /** Whole years. */
  readonly minYearsOfPractice: number;
  /** How many of the last annual reviews must have been passed. */
  readonly passedReviews: number;
  /** From this month on (1–12) the review of the year before is expected. */
  readonly reviewMonth: number;
  /** Years after which discipline no longer counts. */
  readonly disciplineFreeYears: number;
}

/**
 * The numbers lawyers' duty is organised by, each with its ground in the original. Data of the institution: an
 * administrator may change each of them.
 */
export interface DutyPolicy {
  readonly eligibility: EligibilityTerms;
  /** A swap is asked for so many hours before the shift begins. */
  readonly swapNoticeHours: number;
  /** Minutes after the beginning from which whoever checks in is late. */
  readonly lateAfterMinutes: number;
  /** Minutes before the beginning from which one may check in. */
  readonly checkInEarlyMinutes: number;
  /** The office answers a lawyer's opinion within. */
  readonly opinionAnswer: Period;
  /** A legal-aid agency decides, and then appoints, within. */
  readonly legalAidDecide: Period;
  readonly legalAidAppoint: Period;
  /** Where the numbers come from, in the original. */
  readonly grounds: Readonly<Record<DutyGround, string>>;
}
export type DutyGround = 'eligibility' | 'swapNoticeHours' | 'opinionAnswer' | 'legalAid';

/** Bounds of what an administrator may enter: beyond them it is a slip of the keyboard. By the field of the input. */
const BOUNDS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  'eligibility.minYearsOfPractice': [0, 30],
  'eligibility.passedReviews': [0, 10],
  'eligibility.reviewMonth': [1, 12],
  'eligibility.disciplineFreeYears': [0, 30],
  swapNoticeHours: [0, 240],
  lateAfterMinutes: [0, 120],
  checkInEarlyMinutes: [0, 240],
  opinionAnswerWorkdays: [1, 90],
  legalAidDecideDays: [1, 90],
  legalAidAppointDays: [1, 90],
};

/** @throws Invalid `DUTY_POLICY_NUMBER_INVALID` by its field */
export function checkDutyPolicy(policy: DutyPolicy): void {
  const eligibility = Object.entries(policy.eligibility).map(
    ([name, value]) => [`eligibility.${name}`, value] as const,
  );
  const numbers: readonly (readonly [string, number])[] = [
    ...eligibility,
    ['swapNoticeHours', policy.swapNoticeHours],
    ['lateAfterMinutes', policy.lateAfterMinutes],
    ['checkInEarlyMinutes', policy.checkInEarlyMinutes],
    ['opinionAnswerWorkdays', policy.opinionAnswer.amount],
    ['legalAidDecideDays', policy.legalAidDecide.amount],
    ['legalAidAppointDays', policy.legalAidAppoint.amount],
  ];
  for (const [field, value] of numbers) {
    const [min, max] = BOUNDS[field] ?? [0, 0];
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new Invalid('DUTY_POLICY_NUMBER_INVALID', { field, min, max });
    }
  }
}
