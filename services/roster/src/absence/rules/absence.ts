import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { daysBetween, type LocalDate } from '@everyletter/kit/time';

export const AbsenceKind = { LEAVE: 'LEAVE', TRIP: 'TRIP', ILLNESS: 'ILLNESS', OTHER: 'OTHER' } as const;
export type AbsenceKind = (typeof AbsenceKind)[keyof typeof AbsenceKind];

export interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Longer ones are written down again: keeps a slip of the year from taking somebody off every rota. Calendar days. */
const MAX_DAYS = 366;

/**
 * Both ends count; one person is away once at a time.
 * @throws Invalid `PERIOD_REVERSED`, `DAYS_TOO_MANY`; RuleBroken `ABSENCE_OVERLAPS`
 */
export function checkAbsence({ from, to }: Days, others: readonly Days[]): void {
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field: 'to' });
  if (daysBetween(from, to) >= MAX_DAYS) throw new Invalid('DAYS_TOO_MANY', { field: 'to', maxDays: MAX_DAYS });
  const overlapping = others.find((other) => other.from <= to && from <= other.to);
  if (overlapping) {
    throw new RuleBroken('ABSENCE_OVERLAPS', { field: 'from', from: overlapping.from, to: overlapping.to });
  }
}
