import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { type Exception, type Line, slotsOf } from './slots.ts';

/** National Day week: 1–7 October off, Saturday 10 October made up. */
const OFF = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => localDate(day));
const calendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: new Set(OFF),
  extraWorkdays: new Set([localDate('2026-10-10')]),
};
const line = (change: Partial<Line> = {}): Line => ({
  stationId: 'hall',
  halfDay: 'MORNING',
  line: 1,
  lawyers: 2,
  weekdays: null,
  specialties: [],
  language: null,
  priority: 1,
  from: localDate('2026-01-01'),
  to: null,
  ...change,
});
const exception = (change: Partial<Exception>): Exception => ({
  id: 'x',
  stationId: 'hall',
  kind: 'LOWER',
  halfDay: null,
  line: null,
  lawyers: 1,
  from: localDate('2026-10-09'),
  to: localDate('2026-10-09'),
  ...change,
});
const SATURDAY = 1 << 5;
const FRIDAY = 1 << 4;
const days = (lines: Line[], exceptions: Exception[] = []) =>
  slotsOf({ from: localDate('2026-10-01'), to: localDate('2026-10-11') }, { lines, exceptions, calendar }).map(
    ({ date, lawyers }) => `${date.slice(8)}:${lawyers}`,
  );

test.each<[string, Line[], Exception[], string[]]>([
  ['every working day follows the make-up Saturday and skips the holiday', [line()], [], ['08:2', '09:2', '10:2']],
  ['Fridays do not follow it', [line({ weekdays: FRIDAY })], [], ['09:2']],
  ['a Saturday that is named counts when it is worked', [line({ weekdays: SATURDAY })], [], ['10:2']],
  ['a line ends with its last day', [line({ to: localDate('2026-10-08') })], [], ['08:2']],
  ['a lowered day stays in sight', [line()], [exception({})], ['08:2', '09:1', '10:2']],
  ['a closed day asks for nobody', [line()], [exception({ kind: 'CLOSE', lawyers: null })], ['08:2', '09:0', '10:2']],
  [
    'a closing outdoes a raise, whichever came last',
    [line()],
    [exception({ kind: 'CLOSE', lawyers: null }), exception({ kind: 'RAISE', lawyers: 5 })],
    ['08:2', '09:0', '10:2'],
  ],
  [
    'of two changes the later one holds',
    [line()],
    [exception({}), exception({ lawyers: 4 })],
    ['08:2', '09:4', '10:2'],
  ],
  [
    'an exception of the afternoon leaves the morning',
    [line()],
    [exception({ halfDay: 'AFTERNOON' })],
    ['08:2', '09:2', '10:2'],
  ],
  ['an exception of another line leaves this one', [line()], [exception({ line: 2 })], ['08:2', '09:2', '10:2']],
  [
    'an exception of another station leaves this one',
    [line()],
    [exception({ stationId: 'gate' })],
    ['08:2', '09:2', '10:2'],
  ],
])('%s', (_, lines, exceptions, expected) => {
  expect(days(lines, exceptions)).toEqual(expected);
});
