import { expect, test } from 'vitest';
import type { ShownDay } from './calendar-query.ts';
import { monthsOf } from './months.ts';

test('a month is whole weeks from Monday, with the days of others left out', () => {
  const days: ShownDay[] = Array.from({ length: 28 }, (_, at) => ({
    date: `2027-02-${String(at + 1).padStart(2, '0')}`,
    kind: at % 7 > 4 ? 'WEEKEND' : 'WORKDAY',
  }));
  const [february] = monthsOf(days);
  expect(february).toMatchObject({ number: 2, working: 20 });
  expect(february?.weeks).toHaveLength(4);
  const [march] = monthsOf([{ date: '2027-03-31', kind: 'WORKDAY' }]);
  expect(march?.weeks[0]?.map((day) => day?.date ?? null)).toEqual([null, null, '2027-03-31', null, null, null, null]);
});
