import { addDays, type LocalDate } from '@everyletter/kit/time';
import { addWorkdays, isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import type { ReminderTerms } from '../../policy-pack/rules/policy-pack.ts';

/** The steps of the ladder, taken by scanning; and the letter that came again while the answer is late, told as it comes. */
export const ReminderKind = {
  OWNER_BEFORE: 'OWNER_BEFORE',
  HEAD_BEFORE: 'HEAD_BEFORE',
  DEPUTY_AFTER: 'DEPUTY_AFTER',
  CHIEF_AFTER: 'CHIEF_AFTER',
  REPEAT_OF_LATE: 'REPEAT_OF_LATE',
} as const;
export type ReminderKind = (typeof ReminderKind)[keyof typeof ReminderKind];

/** 承办人 · 部门负责人 · 分管院领导 · 检察长: who is told, from the one who can still do it to the one who answers for it. */
export const LADDER = ['OWNER_BEFORE', 'HEAD_BEFORE', 'DEPUTY_AFTER', 'CHIEF_AFTER'] as const;
export type LadderStep = (typeof LADDER)[number];

/**
 * The latest due day for which that step is to be taken on `today` or before: whatever falls due by then and runs still
 * is told of. Counted in workdays, so that nobody is reminded on the last afternoon before a week off.
 */
export function lastDueDay(
  kind: LadderStep,
  terms: ReminderTerms,
  { today, calendar }: { readonly today: LocalDate; readonly calendar: WorkCalendar },
): LocalDate {
  switch (kind) {
    case 'OWNER_BEFORE':
      return lastBefore(terms.ownerBefore, today, calendar);
    case 'HEAD_BEFORE':
      return lastBefore(terms.headBefore, today, calendar);
    case 'DEPUTY_AFTER':
      return lastAfter(terms.deputyAfter, today, calendar);
    case 'CHIEF_AFTER':
      return lastAfter(terms.chiefAfter, today, calendar);
  }
}

/** The last day that so many workdays before it is not later than `today`. */
function lastBefore(workdays: number, today: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = today;
  while (workdaysBefore(addDays(day, 1), workdays, calendar) <= today) day = addDays(day, 1);
  return day;
}

/** The last day that so many workdays after it is not later than `today`. */
function lastAfter(workdays: number, today: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = today;
  while (workdays > 0 && addWorkdays(day, workdays, calendar) > today) day = addDays(day, -1);
  return day;
}

function workdaysBefore(date: LocalDate, workdays: number, calendar: WorkCalendar): LocalDate {
  let day = date;
  for (let left = workdays; left > 0; ) {
    day = addDays(day, -1);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}
