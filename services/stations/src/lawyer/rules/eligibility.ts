import { addMonths, type LocalDate, parts } from '@everyletter/kit/time';
import type { EligibilityTerms } from '../../duty-policy/rules/duty-policy.ts';

/** What is known of a lawyer's standing. */
export interface Credentials {
  /** The first day of practice; null when only the years were told. */
  readonly practisingSince: LocalDate | null;
  readonly yearsTold: number;
  readonly passedReviewYears: readonly number[];
  /** Of the latest penalty; null: none. */
  readonly disciplinedOn: LocalDate | null;
}

export const EligibilityRule = { PRACTICE: 'PRACTICE', REVIEWS: 'REVIEWS', DISCIPLINE: 'DISCIPLINE' } as const;
export type EligibilityRule = (typeof EligibilityRule)[keyof typeof EligibilityRule];

/** One rule held against one lawyer; the facts say why. */
export type EligibilityCheck =
  | { readonly rule: 'PRACTICE'; readonly passed: boolean; readonly years: number; readonly min: number }
  | {
      readonly rule: 'REVIEWS';
      readonly passed: boolean;
      readonly missing: readonly number[];
      readonly reviews: number;
    }
  | { readonly rule: 'DISCIPLINE'; readonly passed: boolean; readonly on: LocalDate | null; readonly years: number };

const MONTHS_PER_YEAR = 12;

/** Whole years; those told, where the first day is not known. */
export function yearsOfPractice({ practisingSince, yearsTold }: Credentials, today: LocalDate): number {
  if (!practisingSince) return yearsTold;
  const years = parts(today).year - parts(practisingSince).year;
  return addMonths(practisingSince, years * MONTHS_PER_YEAR) <= today ? years : years - 1;
}

/**
 * Every rule in force, passed or not. The last review that can be asked for is that of the year before, from the month
 * in which reviews are held on; earlier in the year, the one before that. Discipline counts until so many years after
 * it. Source: the rules themselves are data of the institution (`duty_policy`).
 */
export function eligibilityChecks(
  credentials: Credentials,
  terms: EligibilityTerms,
  today: LocalDate,
): readonly EligibilityCheck[] {
  const years = yearsOfPractice(credentials, today);
  const missing = reviewYears(terms, today).filter((year) => !credentials.passedReviewYears.includes(year));
  const on = credentials.disciplinedOn;
  const isClean = on === null || addMonths(on, terms.disciplineFreeYears * MONTHS_PER_YEAR) <= today;
  return [
    { rule: 'PRACTICE', passed: years >= terms.minYearsOfPractice, years, min: terms.minYearsOfPractice },
    { rule: 'REVIEWS', passed: missing.length === 0, missing, reviews: terms.passedReviews },
    { rule: 'DISCIPLINE', passed: isClean, on, years: terms.disciplineFreeYears },
  ];
}

export function isEligible(checks: readonly EligibilityCheck[]): boolean {
  return checks.every(({ passed }) => passed);
}

function reviewYears({ passedReviews, reviewMonth }: EligibilityTerms, today: LocalDate): number[] {
  const { year, month } = parts(today);
  const last = month >= reviewMonth ? year - 1 : year - 2;
  return Array.from({ length: passedReviews }, (_, back) => last - back).reverse();
}
