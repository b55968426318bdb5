import { localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { expect, test } from 'vitest';
import { lastDay } from './last-day.ts';

/** The autumn of the arrangement for 2026. */
const CALENDAR: WorkCalendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: new Set(['2026-09-25', ...[1, 2, 5, 6, 7].map((day) => `2026-10-0${day}`)].map((day) => localDate(day))),
  extraWorkdays: new Set(['2026-09-20', '2026-10-10'].map((day) => localDate(day))),
};

test.each<[string, string, number, string]>([
  ['a workday', '2026-11-23', 30, '2026-12-23'],
  ['National Day', '2026-09-03', 30, '2026-10-08'],
  ['Mid-Autumn, a Friday', '2026-09-18', 7, '2026-09-28'],
  ['a made-up Saturday', '2026-10-03', 7, '2026-10-10'],
  ['a Sunday', '2026-11-08', 7, '2026-11-16'],
  ['a Saturday of a year that is not published', '2026-12-03', 30, '2027-01-02'],
])('a period that ends on %s: from %s, %i days', (_, from, days, on) => {
  expect(lastDay(localDate(from), days, CALENDAR)).toBe(on);
});
