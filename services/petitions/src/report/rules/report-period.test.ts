import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { monthsOf, reportPeriod } from './report-period.ts';

const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

test.each([
  ['one day', '2026-11-23', '2026-11-23'],
  ['twelve months to the day', '2026-01-01', '2026-12-31'],
  ['from a 31st', '2026-01-31', '2027-01-30'],
])('%s is a period', (_, from, to) => {
  expect(reportPeriod(period(from, to), 12)).toEqual({ from, to });
});

test.each([
  ['reversed', '2026-11-24', '2026-11-23', 'PERIOD_REVERSED'],
  ['a day too long', '2026-01-01', '2027-01-01', 'PERIOD_TOO_LONG'],
])('%s is refused', (_, from, to, code) => {
  expect(() => reportPeriod(period(from, to), 12)).toThrow(code);
});

test.each([
  ['2026-11-30', '2027-01-01', ['2026-11', '2026-12', '2027-01']],
  ['2026-01-31', '2026-02-28', ['2026-01', '2026-02']],
  ['2026-03-05', '2026-03-05', ['2026-03']],
])('months from %s to %s', (from, to, months) => {
  expect(monthsOf(period(from, to))).toEqual(months);
});
