import { addDays, type LocalDate } from '@everyletter/kit/time';

export const AgeingBucket = {
  UP_TO_7_DAYS: 'UP_TO_7_DAYS',
  UP_TO_30_DAYS: 'UP_TO_30_DAYS',
  UP_TO_60_DAYS: 'UP_TO_60_DAYS',
  UP_TO_3_MONTHS: 'UP_TO_3_MONTHS',
  OVERDUE: 'OVERDUE',
} as const;
export type AgeingBucket = (typeof AgeingBucket)[keyof typeof AgeingBucket];

/** Days of receipt of one bucket, both included; `null` is without bound. */
export interface AgeingRange {
  readonly bucket: Exclude<AgeingBucket, 'OVERDUE'>;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

const BUCKETS = ['UP_TO_7_DAYS', 'UP_TO_30_DAYS', 'UP_TO_60_DAYS'] as const;

/**
 * Buckets of unanswered petitions that are not overdue, by day of receipt, without gap or overlap. `days` are the
 * upper ends of the first three, from the policy pack; the last takes what is older and still in time.
 */
export function ageingRanges(today: LocalDate, days: readonly number[]): AgeingRange[] {
  let to: LocalDate | null = null;
  const ranges: AgeingRange[] = [];
  for (const [at, bucket] of BUCKETS.entries()) {
    const from = addDays(today, -(days[at] ?? 0));
    ranges.push({ bucket, from, to });
    to = addDays(from, -1);
  }
  return [...ranges, { bucket: 'UP_TO_3_MONTHS', from: null, to }];
}
