import { localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { expect, test } from 'vitest';
import { daysFrom, workingDay } from './working-day.ts';

const NOTICE = {
  year: 2026,
  title: '国务院办公厅关于2026年部分节假日安排的通知',
  publishedOn: localDate('2025-11-04'),
};
const calendar: WorkCalendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: new Set([localDate('2026-10-01'), localDate('2026-10-03')]),
  extraWorkdays: new Set([localDate('2026-10-10')]),
};

test.each([
  ['a Friday', '2026-10-09', 'WORKDAY', true],
  ['a made-up Saturday', '2026-10-10', 'EXTRA_WORKDAY', true],
  ['a plain Sunday', '2026-10-11', 'WEEKEND', false],
  ['a holiday on a Thursday', '2026-10-01', 'DAY_OFF', false],
  ['a holiday on a Saturday', '2026-10-03', 'DAY_OFF', false],
])('%s', (_, date, kind, working) => {
  expect(workingDay(localDate(date), calendar, { sources: [NOTICE], overrides: [] })).toEqual({
    date,
    kind,
    working,
    provisional: false,
    sourceKind: 'NOTICE',
    source: NOTICE.title,
  });
});

test('a year that is not published is told by weekdays, and says so', () => {
  const day = workingDay(localDate('2027-10-01'), calendar, { sources: [NOTICE], overrides: [] });
  expect(day).toMatchObject({ kind: 'WORKDAY', working: true, provisional: true });
  expect(day.source).toContain('2027年部分节假日安排尚未公布');
});

test('days run from the first to the last, across a month', () => {
  expect(daysFrom(localDate('2026-02-27'), localDate('2026-03-01'))).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
  ]);
});

test.each([
  ['2026-11-24', '2026-11-23', 'PERIOD_REVERSED'],
  ['2026-01-01', '2027-02-06', 'DAYS_TOO_MANY'],
])('from %s to %s is refused', (from, to, code) => {
  expect(() => daysFrom(localDate(from), localDate(to))).toThrow(code);
});

test('four hundred days after the first is still answered', () => {
  expect(daysFrom(localDate('2026-01-01'), localDate('2027-02-05'))).toHaveLength(401);
});
