import { addDays, daysBetween, type LocalDate } from '@everyletter/kit/time';
import { addWorkdays, isPublished, rollForward, type WorkCalendar } from '@everyletter/kit/workdays';
import type { Period } from '../../duty-policy/rules/duty-policy.ts';

/** `provisional`: it falls in a year whose days off are not published. */
export interface DueDay {
  readonly on: LocalDate;
  readonly provisional: boolean;
}

/**
 * The last day in time. The day it begins is not counted; calendar days that end on a day off end on the next workday.
 * Source: 民法典 201–203.
 */
export function dueDay(from: LocalDate, { amount, unit }: Period, calendar: WorkCalendar): DueDay {
  const on = unit === 'WORKDAY' ? addWorkdays(from, amount, calendar) : rollForward(addDays(from, amount), calendar);
  return { on, provisional: !isPublished(on, calendar) };
}

export const OpinionState = { OWED: 'OWED', OVERDUE: 'OVERDUE', ANSWERED: 'ANSWERED' } as const;
export type OpinionState = (typeof OpinionState)[keyof typeof OpinionState];

/** An answer on the due day itself is in time. */
export function opinionState(dueOn: LocalDate, answeredOn: LocalDate | null, today: LocalDate): OpinionState {
  if (answeredOn) return 'ANSWERED';
  return today > dueOn ? 'OVERDUE' : 'OWED';
}

/** Calendar days; negative once it is overdue. */
export function daysLeft(dueOn: LocalDate, today: LocalDate): number {
  return daysBetween(today, dueOn);
}
