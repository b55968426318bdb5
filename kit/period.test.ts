import { expect, test } from 'vitest';
import { closedMonthsOf, monthsOf, periodOf, previousPeriod, reportPeriod, samePeriodLastYear } from './period.ts';
import { localDate } from './time.ts';

const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

test.each([
  [{ month: '2026-02' }, '2026-02-01', '2026-02-28'],
  [{ quarter: '2026-Q4' }, '2026-10-01', '2026-12-31'],
  [{ year: 2024 }, '2024-01-01', '2024-12-31'],
  [period('2026-11-05', '2026-11-07'), '2026-11-05', '2026-11-07'],
])('%j is a period', (asked, from, to) => {
  expect(periodOf(asked)).toEqual({ from, to });
});

test.each([
  [{}, 'PERIOD_UNCLEAR'],
  [{ from: localDate('2026-11-05') }, 'PERIOD_UNCLEAR'],
  [{ ...period('2026-11-05', '2026-11-07'), year: 2026 }, 'PERIOD_UNCLEAR'],
  [{ month: '2026-11', year: 2026 }, 'PERIOD_UNCLEAR'],
  [{ month: '2026-13' }, 'PERIOD_UNCLEAR'],
  [{ quarter: '2026-Q5' }, 'PERIOD_UNCLEAR'],
  [{ year: 20260 }, 'PERIOD_UNCLEAR'],
])('%j is refused', (asked, code) => {
  expect(() => periodOf(asked)).toThrow(code);
});

test.each([
  ['one day', '2026-11-23', '2026-11-23'],
  ['twelve months to the day', '2026-01-01', '2026-12-31'],
  ['from a 31st', '2026-01-31', '2027-01-30'],
])('a report may be of %s', (_, from, to) => {
  expect(reportPeriod(period(from, to), 12)).toEqual({ from, to });
});

test.each([
  ['reversed', '2026-11-24', '2026-11-23', 'PERIOD_REVERSED'],
  ['a day too long', '2026-01-01', '2027-01-01', 'PERIOD_TOO_LONG'],
])('%s is no period of a report', (_, from, to, code) => {
  expect(() => reportPeriod(period(from, to), 12)).toThrow(code);
});

test.each([
  ['2026-11-30', '2027-01-01', ['2026-11', '2026-12', '2027-01']],
  ['2026-01-31', '2026-02-28', ['2026-01', '2026-02']],
  ['2026-03-05', '2026-03-05', ['2026-03']],
])('months from %s to %s', (from, to, months) => {
  expect(monthsOf(period(from, to))).toEqual(months);
});

test('closed months lie wholly in the period and are over', () => {
  const days = period('2026-08-02', '2026-12-31');
  expect(closedMonthsOf(days, localDate('2026-11-30'))).toEqual(['2026-09', '2026-10']);
  expect(closedMonthsOf(days, localDate('2026-12-01'))).toEqual(['2026-09', '2026-10', '2026-11']);
});

test.each([
  ['a month', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['a quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
  ['a week', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
])('before %s comes one as long', (_, from, to, before, until) => {
  expect(previousPeriod(period(from, to))).toEqual({ from: before, to: until });
});

test.each([
  ['2025-02-01', '2025-02-28', '2024-02-01', '2024-02-29'],
  ['2024-02-01', '2024-02-29', '2023-02-01', '2023-02-28'],
  ['2026-11-16', '2026-11-22', '2025-11-16', '2025-11-22'],
])('%s to %s a year earlier', (from, to, before, until) => {
  expect(samePeriodLastYear(period(from, to))).toEqual({ from: before, to: until });
});
