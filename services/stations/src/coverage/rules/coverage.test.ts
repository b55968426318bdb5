import { localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { expect, test } from 'vitest';
import { coverageOf, coveragePeriod, type Requirement, type Seats } from './coverage.ts';

const calendar: WorkCalendar = {
  version: 1,
  years: new Set([2026]),
  daysOff: new Set([localDate('2026-10-01'), localDate('2026-10-02')]),
  extraWorkdays: new Set([localDate('2026-10-10')]),
};
const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });
const required = (change: Partial<Requirement> = {}): Requirement => ({
  stationId: 'hall',
  halfDay: 'MORNING',
  lawyers: 1,
  from: localDate('2026-01-01'),
  to: null,
  ...change,
});
const held = (date: string, change: Partial<Seats> = {}): Seats => ({
  stationId: 'hall',
  date: localDate(date),
  halfDay: 'MORNING',
  lawyers: 1,
  ...change,
});

test.each<[string, [string, string], Requirement[], Seats[], number, number]>([
  ['a make-up Saturday is to be covered', ['2026-10-10', '2026-10-10'], [required()], [], 1, 0],
  ['a day off is not', ['2026-10-01', '2026-10-02'], [required()], [held('2026-10-01')], 0, 0],
  [
    'one of two half-days',
    ['2026-11-23', '2026-11-23'],
    [required(), required({ halfDay: 'AFTERNOON' })],
    [held('2026-11-23')],
    2,
    1,
  ],
  [
    'two at once do not cover the next day',
    ['2026-11-23', '2026-11-24'],
    [required()],
    [held('2026-11-23', { lawyers: 2 })],
    2,
    1,
  ],
  [
    'another station covers nothing here',
    ['2026-11-23', '2026-11-23'],
    [required()],
    [held('2026-11-23', { stationId: 'gate' })],
    1,
    0,
  ],
  ['a requirement that has ended', ['2026-11-23', '2026-11-24'], [required({ to: localDate('2026-11-23') })], [], 1, 0],
])('%s', (_, [from, to], requirements, seats, requiredSeats, coveredSeats) => {
  const coverage = coverageOf(period(from, to), requirements, { seats, calendar });
  const rate = requiredSeats > 0 ? coveredSeats / requiredSeats : null;
  expect(coverage).toEqual({ requiredSeats, coveredSeats, rate });
});

test.each([
  ['2026-11-24', '2026-11-23', 'PERIOD_REVERSED'],
  ['2016-01-01', '2026-01-01', 'PERIOD_TOO_LONG'],
])('a period from %s to %s is refused', (from, to, code) => {
  expect(() => coveragePeriod(period(from, to), 'period')).toThrow(code);
});
