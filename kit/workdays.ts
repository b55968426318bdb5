import { addDays, type LocalDate, parts, weekday } from './time.ts';

/**
 * Which days are worked, as data with an edge: only `years` are known.
 * `daysOff` are days off that fall on a weekday; `extraWorkdays` are make-up working days (调休上班日) on a weekend.
 */
export interface WorkCalendar {
  readonly version: number;
  readonly years: ReadonlySet<number>;
  readonly daysOff: ReadonlySet<LocalDate>;
  readonly extraWorkdays: ReadonlySet<LocalDate>;
}

/** Saturday and Sunday are off unless made up; a weekday is worked unless it is a day off. */
export function isWorkday(date: LocalDate, calendar: WorkCalendar): boolean {
  return weekday(date) >= 6 ? calendar.extraWorkdays.has(date) : !calendar.daysOff.has(date);
}

/** Whether the arrangement of that day's year has been published. */
export function isPublished(date: LocalDate, calendar: WorkCalendar): boolean {
  return calendar.years.has(parts(date).year);
}

/** The n-th workday after `start`; `start` itself is not counted. `days` ≥ 1. */
export function addWorkdays(start: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  let date = start;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkday(date, calendar)) left -= 1;
  }
  return date;
}

/** `date` itself when worked, else the first workday after it. */
export function rollForward(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = date;
  while (!isWorkday(day, calendar)) day = addDays(day, 1);
  return day;
}

/** `date` itself when worked, else the last workday before it. */
export function rollBack(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = date;
  while (!isWorkday(day, calendar)) day = addDays(day, -1);
  return day;
}
