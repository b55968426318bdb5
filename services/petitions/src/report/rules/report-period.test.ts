import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { monthsOf, reportPeriod, wholeMonths } from './report-period.ts';

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

test.each([
  ['within a month', '2026-03-05', '2026-03-20', null, [['2026-03-05', '2026-03-20']]],
  ['two parts of months', '2026-03-05', '2026-04-20', null, [['2026-03-05', '2026-04-20']]],
  ['whole months', '2026-03-01', '2026-04-30', ['2026-03-01', '2026-04-30'], []],
  ['up to today', '2026-03-02', '2026-11-23', ['2026-04-01', '2026-11-30'], [['2026-03-02', '2026-03-31']]],
  ['an overhang at the end', '2026-02-01', '2026-03-01', ['2026-02-01', '2026-02-28'], [['2026-03-01', '2026-03-01']]],
])('a period splits into its whole months and the rest: %s', (_, from, to, months, rest) => {
  const named = ([one, other]: readonly string[]) => period(one as string, other as string);
  expect(wholeMonths(period(from, to), localDate('2026-11-23'))).toEqual({
    months: months && named(months),
    rest: rest.map(named),
  });
});
