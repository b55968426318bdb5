import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { type AvailabilityLevel, availabilityOn, type DatedAvailability, fromSlots, toSlots } from './availability.ts';

const day = (text: string) => localDate(text);
const away = (from: string, to: string, change: Partial<DatedAvailability> = {}): DatedAvailability => ({
  startsOn: day(from),
  endsOn: day(to),
  halfDay: null,
  level: 'UNAVAILABLE',
  ...change,
});
const weekly = fromSlots([
  { weekday: 2, halfDay: 'MORNING', level: 'PREFERRED' },
  { weekday: 6, halfDay: 'AFTERNOON', level: 'RELUCTANT' },
]);

test.each<[string, string, 'MORNING' | 'AFTERNOON', DatedAvailability[], AvailabilityLevel]>([
  ['the weekly pattern holds', '2026-11-24', 'MORNING', [], 'PREFERRED'],
  ['a half-day nobody named is available', '2026-11-24', 'AFTERNOON', [], 'AVAILABLE'],
  ['a made-up Saturday is worked as a Saturday', '2026-10-10', 'AFTERNOON', [], 'RELUCTANT'],
  ['the last day of an absence is absent', '2026-11-24', 'MORNING', [away('2026-11-20', '2026-11-24')], 'UNAVAILABLE'],
  ['the day after it is not', '2026-11-25', 'MORNING', [away('2026-11-20', '2026-11-24')], 'AVAILABLE'],
  [
    'an afternoon away leaves the morning',
    '2026-11-24',
    'MORNING',
    [away('2026-11-24', '2026-11-24', { halfDay: 'AFTERNOON' })],
    'PREFERRED',
  ],
  [
    'of two words about one day the less willing counts',
    '2026-11-25',
    'MORNING',
    [
      away('2026-11-25', '2026-11-25', { level: 'PREFERRED' }),
      away('2026-11-25', '2026-11-25', { level: 'RELUCTANT' }),
    ],
    'RELUCTANT',
  ],
])('%s', (_, date, halfDay, dated, level) => {
  expect(availabilityOn({ weekly, dated }, day(date), halfDay)).toBe(level);
});

test('fourteen half-days go out and come back the same', () => {
  expect(toSlots(weekly)).toHaveLength(14);
  expect(fromSlots(toSlots(weekly))).toEqual(weekly);
});

test('there is no eighth day of the week', () => {
  expect(() => fromSlots([{ weekday: 8, halfDay: 'MORNING', level: 'AVAILABLE' }])).toThrow('WEEKDAY_INVALID');
});
