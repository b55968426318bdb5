import { localDate } from '@everyletter/kit/time';
import { describe, expect, test } from 'vitest';
import { knownCalendar } from '../../../demo/known-calendar.ts';
import { occurrences, type Recurrence } from './recurrence.ts';
import { rruleText } from './rrule-text.ts';

const calendar = knownCalendar();
const WEDNESDAY = 3;
const rule = (change: Partial<Recurrence> = {}): Recurrence => ({
  weekdays: [WEDNESDAY],
  nthInMonth: [],
  everyWeeks: 1,
  validFrom: localDate('2026-01-01'),
  validTo: null,
  holidayPolicy: 'SKIP',
  ...change,
});
const days = (change: Partial<Recurrence>, from: string, to: string) =>
  occurrences(rule(change), { from: localDate(from), to: localDate(to) }, calendar).map(({ date }) => date);

describe('first and fourth Wednesday', () => {
  const firstAndFourth = { nthInMonth: [1, 4] };

  test('of an ordinary month', () => {
    expect(days(firstAndFourth, '2026-11-01', '2026-11-30')).toEqual(['2026-11-04', '2026-11-25']);
  });

  test.each<[Recurrence['holidayPolicy'], readonly string[]]>([
    ['SKIP', ['2026-10-28']],
    ['NEXT_WORKING_DAY', ['2026-10-08', '2026-10-28']],
    ['SAME_WEEKDAY_NEXT_WEEK', ['2026-10-14', '2026-10-28']],
    ['KEEP', ['2026-10-07', '2026-10-28']],
  ])('of which the first is in the National Day holiday: %s', (holidayPolicy, expected) => {
    expect(days({ ...firstAndFourth, holidayPolicy }, '2026-10-01', '2026-10-31')).toEqual(expected);
  });

  test('moved into the period from before it counts, and out of it does not', () => {
    const change = { ...firstAndFourth, holidayPolicy: 'SAME_WEEKDAY_NEXT_WEEK' } as const;
    expect(days(change, '2026-10-10', '2026-10-20')).toEqual(['2026-10-14']);
    expect(days(change, '2026-10-01', '2026-10-09')).toEqual([]);
  });

  test('tells which day it was before the holiday', () => {
    const moved = { ...firstAndFourth, holidayPolicy: 'NEXT_WORKING_DAY' } as const;
    const [first] = occurrences(rule(moved), { from: localDate('2026-10-01'), to: localDate('2026-10-31') }, calendar);
    expect(first).toEqual({ date: '2026-10-08', plannedOn: '2026-10-07', provisional: false });
  });
});

test('a month without a fifth Wednesday has none, and the last is the fourth', () => {
  expect(days({ nthInMonth: [5] }, '2026-11-01', '2026-11-30')).toEqual([]);
  expect(days({ nthInMonth: [5] }, '2026-09-01', '2026-09-30')).toEqual(['2026-09-30']);
  expect(days({ nthInMonth: [-1] }, '2026-11-01', '2026-11-30')).toEqual(['2026-11-25']);
  expect(days({ nthInMonth: [-1] }, '2026-09-01', '2026-09-30')).toEqual(['2026-09-30']);
});

test('two holidays of one rule that end on one day are one day', () => {
  const change = { weekdays: [1, 2], holidayPolicy: 'NEXT_WORKING_DAY' } as const;
  expect(days(change, '2026-02-16', '2026-02-24')).toEqual(['2026-02-24']);
});

describe('a make-up Saturday', () => {
  test('is a day for rules of every working day', () => {
    expect(days({ weekdays: [] }, '2026-10-05', '2026-10-12')).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-12',
    ]);
  });

  test('is none for rules of a weekday, unless the rule names Saturday', () => {
    expect(days({}, '2026-10-10', '2026-10-10')).toEqual([]);
    expect(days({ weekdays: [6] }, '2026-10-03', '2026-10-17')).toEqual(['2026-10-10']);
  });

  test('takes what the holiday moves to the next working day', () => {
    const change = { weekdays: [7], holidayPolicy: 'NEXT_WORKING_DAY' } as const;
    expect(days(change, '2026-02-22', '2026-02-28')).toEqual(['2026-02-24']);
  });
});

test('every other week is counted from the week the rule began in', () => {
  const change = { everyWeeks: 2, validFrom: localDate('2026-11-05') };
  expect(days(change, '2026-11-01', '2026-12-05')).toEqual(['2026-11-18', '2026-12-02']);
});

test('a rule holds from its first day to its last', () => {
  const change = { validFrom: localDate('2026-11-11'), validTo: localDate('2026-11-18') };
  expect(days(change, '2026-11-01', '2026-11-30')).toEqual(['2026-11-11', '2026-11-18']);
});

test('a day of an unpublished year says so', () => {
  const january = { from: localDate('2027-01-01'), to: localDate('2027-01-10') };
  expect(occurrences(rule(), january, calendar)).toEqual([
    { date: '2027-01-06', plannedOn: '2027-01-06', provisional: true },
  ]);
});

test.each<[Partial<Recurrence>, string]>([
  [{}, 'FREQ=WEEKLY;INTERVAL=1;BYDAY=WE'],
  [{ weekdays: [], validTo: localDate('2026-12-31') }, 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231'],
  [{ nthInMonth: [1, 4] }, 'FREQ=MONTHLY;BYDAY=1WE,4WE'],
  [{ nthInMonth: [-1], weekdays: [1, 5] }, 'FREQ=MONTHLY;BYDAY=-1MO,-1FR'],
  [{ everyWeeks: 2 }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
])('%j is written for other programs as %s', (change, text) => {
  expect(rruleText(rule(change))).toBe(text);
});
