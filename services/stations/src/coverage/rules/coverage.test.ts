import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import type { Slot } from '../../requirement/rules/slots.ts';
import { coverageOf, coveragePeriod, type Seats } from './coverage.ts';

const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });
const wanted = (change: Partial<Slot> = {}): Slot => ({
  stationId: 'hall',
  date: localDate('2026-11-23'),
  halfDay: 'MORNING',
  line: 1,
  lawyers: 1,
  specialties: [],
  language: null,
  priority: 1,
  exceptionId: null,
  ...change,
});
const held = (change: Partial<Seats> = {}): Seats => ({
  stationId: 'hall',
  date: localDate('2026-11-23'),
  halfDay: 'MORNING',
  line: 1,
  lawyers: 1,
  ...change,
});
const NEXT_DAY = { date: localDate('2026-11-24') };

test.each<[string, Slot[], Seats[], number, number]>([
  ['one of two half-days', [wanted(), wanted({ halfDay: 'AFTERNOON' })], [held()], 2, 1],
  ['two at once do not cover the next day', [wanted(), wanted(NEXT_DAY)], [held({ lawyers: 2 })], 2, 1],
  ['two on one line do not cover the other', [wanted(), wanted({ line: 2 })], [held({ lawyers: 2 })], 2, 1],
  ['another station covers nothing here', [wanted()], [held({ stationId: 'gate' })], 1, 0],
  ['somebody where nobody is wanted covers nothing', [wanted(NEXT_DAY)], [held()], 1, 0],
  ['a closed half-day asks for nobody', [wanted({ lawyers: 0 })], [held()], 0, 0],
])('%s', (_, slots, seats, requiredSeats, coveredSeats) => {
  const rate = requiredSeats > 0 ? coveredSeats / requiredSeats : null;
  expect(coverageOf(slots, seats)).toEqual({ requiredSeats, coveredSeats, rate });
});

test.each([
  ['2026-11-24', '2026-11-23', 'PERIOD_REVERSED'],
  ['2016-01-01', '2026-01-01', 'PERIOD_TOO_LONG'],
])('a period from %s to %s is refused', (from, to, code) => {
  expect(() => coveragePeriod(period(from, to), 'period')).toThrow(code);
});
