import { localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { expect, test } from 'vitest';
import { dueDay, opinionState } from './answer-due.ts';

const days = (...all: string[]) => new Set(all.map((day) => localDate(day)));
const calendar: WorkCalendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: days('2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'),
  extraWorkdays: days('2026-10-10'),
};
const TEN = { amount: 10, unit: 'WORKDAY' } as const;
const SEVEN = { amount: 7, unit: 'CALENDAR_DAY' } as const;

test.each<[string, string, typeof TEN | typeof SEVEN, string]>([
  ['two plain weeks', '2026-11-10', TEN, '2026-11-24'],
  ['over National Day, with a made-up Saturday', '2026-09-24', TEN, '2026-10-14'],
  ['seven days that end on a day off', '2026-09-24', SEVEN, '2026-10-08'],
  ['seven days that end on a made-up Saturday', '2026-10-03', SEVEN, '2026-10-10'],
])('%s: from %s', (_, from, period, on) => {
  expect(dueDay(localDate(from), period, calendar)).toEqual({ on, provisional: false });
});

test('a day of a year that is not published is provisional', () => {
  expect(dueDay(localDate('2026-12-28'), TEN, calendar).provisional).toBe(true);
});

test('the due day itself is in time', () => {
  expect(opinionState(localDate('2026-11-24'), null, localDate('2026-11-24'))).toBe('OWED');
  expect(opinionState(localDate('2026-11-24'), null, localDate('2026-11-25'))).toBe('OVERDUE');
  expect(opinionState(localDate('2026-11-24'), localDate('2026-11-30'), localDate('2026-12-01'))).toBe('ANSWERED');
});
