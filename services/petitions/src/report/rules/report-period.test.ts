import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { wholeMonths } from './report-period.ts';

const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

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
