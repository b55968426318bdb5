import { describe, expect, test } from 'vitest';
import { addDays, addMonths, type LocalDate, localDate } from './time.ts';
import { addWorkdays, isPublished, isWorkday, rollBack, rollForward, type WorkCalendar } from './workdays.ts';

const day = (text: string) => localDate(text);
const range = (from: string, to: string): LocalDate[] => {
  const days: LocalDate[] = [];
  for (let date = day(from); date <= day(to); date = addDays(date, 1)) days.push(date);
  return days;
};

/** 国务院办公厅 2025-11-04: the arrangement of 2026. */
const calendar2026: WorkCalendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: new Set([
    ...range('2026-01-01', '2026-01-03'),
    ...range('2026-02-15', '2026-02-23'),
    ...range('2026-04-04', '2026-04-06'),
    ...range('2026-05-01', '2026-05-05'),
    ...range('2026-06-19', '2026-06-21'),
    ...range('2026-09-25', '2026-09-27'),
    ...range('2026-10-01', '2026-10-07'),
  ]),
  extraWorkdays: new Set(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map(day)),
};

describe('seven days', () => {
  test.each([
    ['ends on a make-up Saturday', '2026-02-07', '2026-02-14', '2026-02-24'],
    ['ends inside the Spring Festival', '2026-02-13', '2026-02-24', '2026-03-02'],
    ['begins on a make-up Saturday', '2026-02-28', '2026-03-09', '2026-03-10'],
    ['ends on the last day of the Labour holiday', '2026-04-28', '2026-05-06', '2026-05-11'],
    ['ends on a make-up Sunday', '2026-09-13', '2026-09-20', '2026-09-21'],
    ['ends on Mid-Autumn', '2026-09-18', '2026-09-28', '2026-09-29'],
    ['ends on National Day', '2026-09-24', '2026-10-08', '2026-10-12'],
    ['begins inside a holiday', '2026-10-03', '2026-10-10', '2026-10-15'],
  ])('%s: from %s', (_, received, calendarDays, workingDays) => {
    expect(rollForward(addDays(day(received), 7), calendar2026)).toBe(calendarDays);
    expect(addWorkdays(day(received), 7, calendar2026)).toBe(workingDays);
  });
});

describe('three months', () => {
  test.each([
    ['no 31st in that month', '2026-01-31', '2026-04-30'],
    ['end of February', '2026-02-28', '2026-05-28'],
    ['no 31st in June', '2026-03-31', '2026-06-30'],
    ['rolls over National Day', '2026-07-01', '2026-10-08'],
    ['rolls over Mid-Autumn', '2026-06-25', '2026-09-28'],
    ['stays on a make-up Saturday', '2026-07-10', '2026-10-10'],
    ['over the turn of the year', '2026-11-30', '2027-03-01'],
  ])('%s: from %s', (_, received, due) => {
    expect(rollForward(addMonths(day(received), 3), calendar2026)).toBe(due);
  });

  test('a year without a notice is not published', () => {
    expect(isPublished(day('2027-03-01'), calendar2026)).toBe(false);
    expect(isPublished(day('2026-12-31'), calendar2026)).toBe(true);
  });
});

test('2026 has 248 working days', () => {
  expect(range('2026-01-01', '2026-12-31').filter((date) => isWorkday(date, calendar2026))).toHaveLength(248);
});

test('the last working day on or before a holiday lies before it', () => {
  expect(rollBack(day('2026-10-05'), calendar2026)).toBe('2026-09-30');
  expect(rollBack(day('2026-09-30'), calendar2026)).toBe('2026-09-30');
});
