import { addDays, type LocalDate, localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';

const OFF = [
  ['2026-01-01', 3],
  ['2026-02-15', 9],
  ['2026-04-04', 3],
  ['2026-05-01', 5],
  ['2026-06-19', 3],
  ['2026-09-25', 3],
  ['2026-10-01', 7],
] as const;
const WORKED = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

/** 国务院办公厅 2025-11-04, for tests; 2027 is not published in it. */
export const calendar2026: WorkCalendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: new Set(OFF.flatMap(([first, days]) => daysFrom(localDate(first), days))),
  extraWorkdays: new Set(WORKED.map((date) => localDate(date))),
};

function daysFrom(first: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, at) => addDays(first, at));
}
