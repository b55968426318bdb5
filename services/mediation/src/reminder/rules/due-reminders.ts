import { addDays, type LocalDate } from '@everyletter/kit/time';

export const ReminderKind = {
  CONFIRMATION_FIRST: 'CONFIRMATION_FIRST',
  CONFIRMATION_LAST: 'CONFIRMATION_LAST',
  PERFORMANCE_OVERDUE: 'PERFORMANCE_OVERDUE',
} as const;
export type ReminderKind = (typeof ReminderKind)[keyof typeof ReminderKind];

/** The first days on which each reminder of a confirmation is due; `daysBefore` the longest first. */
export function confirmationReminders(
  dueOn: LocalDate,
  daysBefore: readonly number[],
): readonly { readonly kind: ReminderKind; readonly from: LocalDate }[] {
  const kinds = [ReminderKind.CONFIRMATION_FIRST, ReminderKind.CONFIRMATION_LAST];
  return daysBefore
    .slice(0, kinds.length)
    .map((days, at) => ({ kind: kinds[at] as ReminderKind, from: addDays(dueOn, -days) }));
}
