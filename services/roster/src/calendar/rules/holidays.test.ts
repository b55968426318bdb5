import { expect, test } from 'vitest';
import { statutoryDays } from './holidays.ts';

test.each([
  [2026, '2026-02-16 2026-02-17 2026-02-18 2026-02-19', '2026-04-05', '2026-06-19', '2026-09-25'],
  [2027, '2027-02-05 2027-02-06 2027-02-07 2027-02-08', '2027-04-05', '2027-06-09', '2027-09-15'],
  [2028, '2028-01-25 2028-01-26 2028-01-27 2028-01-28', '2028-04-04', '2028-05-28', '2028-10-03'],
])('%i has its thirteen statutory days by sun and moon', (year, spring, qingming, dragonBoat, midAutumn) => {
  const days = statutoryDays(year);
  const named = (holiday: string) => [...days].filter(([, one]) => one === holiday).map(([day]) => day);
  expect(named('SPRING_FESTIVAL').join(' ')).toBe(spring);
  expect(named('QINGMING')).toEqual([qingming]);
  expect(named('DRAGON_BOAT')).toEqual([dragonBoat]);
  expect(named('MID_AUTUMN')).toEqual([midAutumn]);
  expect(named('LABOUR_DAY')).toHaveLength(2);
});

test('two holidays on one day are one day off', () => {
  expect(statutoryDays(2028).size).toBe(12);
  expect(statutoryDays(2027).size).toBe(13);
});
