import { describe, expect, test } from 'vitest';
import { Invalid } from './errors.ts';
import { addMonths, civil, dayOf, daysBetween, instantAt, localDate, weekday } from './time.ts';

describe('a day that does not exist', () => {
  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '', '1899-12-31', '2026-01-01T00:00'])(
    '%s is refused',
    (text) => {
      expect(() => localDate(text, 'receivedOn')).toThrow(Invalid);
    },
  );

  test('29 February exists in leap years only', () => {
    expect(civil(2024, 2, 29)).toBe('2024-02-29');
    expect(civil(2026, 2, 29)).toBeNull();
  });
});

test('the day of an instant is the day in Shanghai', () => {
  expect(dayOf(new Date('2026-11-22T15:59:59Z'))).toBe('2026-11-22');
  expect(dayOf(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
});

test('a time of the day is a time in Shanghai', () => {
  expect(instantAt(localDate('2026-11-25'), '09:00')).toEqual(new Date('2026-11-25T01:00:00Z'));
});

test('months may go back over the turn of a year', () => {
  expect(addMonths(localDate('2026-01-31'), -2)).toBe('2025-11-30');
});

test('days are counted over a leap day', () => {
  expect(daysBetween(localDate('2024-02-28'), localDate('2024-03-01'))).toBe(2);
});

test.each([
  ['2026-11-23', 1],
  ['2026-11-29', 7],
  ['1969-12-31', 3],
])('%s is weekday %i', (date, expected) => {
  expect(weekday(localDate(date))).toBe(expected);
});
