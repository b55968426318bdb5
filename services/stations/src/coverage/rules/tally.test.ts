import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import type { Line, SlotBasis } from '../../requirement/rules/slots.ts';
import { type HeldDays, tallyCoverage } from './tally.ts';

const calendar = { version: 1, years: new Set([2026]), daysOff: new Set([]), extraWorkdays: new Set([]) };
const line = (change: Partial<Line> = {}): Line => ({
  stationId: 'hall',
  halfDay: 'MORNING',
  line: 1,
  lawyers: 1,
  weekdays: null,
  specialties: [],
  language: null,
  priority: 1,
  from: localDate('2026-01-01'),
  to: null,
  ...change,
});
/** Friday to Tuesday. */
const period = { from: localDate('2026-11-27'), to: localDate('2026-12-01') };
const basis = (lines: Line[], exceptions: SlotBasis['exceptions'] = []) => ({ lines, exceptions, calendar });
const held = (days: number[], change: Partial<HeldDays> = {}): HeldDays => ({
  stationId: 'hall',
  halfDay: 'MORNING',
  line: 1,
  days,
  ...change,
});

test('a day is full when no half-day of the station has an open seat', () => {
  const lines = [line(), line({ halfDay: 'AFTERNOON' })];
  const [total] = tallyCoverage(period, basis(lines), [held([0, 3]), held([0], { halfDay: 'AFTERNOON' })], 'TOTAL');
  expect(total).toEqual({
    key: '',
    requiredSeats: 6,
    coveredSeats: 3,
    rate: 0.5,
    stationDays: 3,
    fullStationDays: 1,
    exceptedHalfDays: 0,
  });
});

test('groups by month, by day and by station add up to the whole', () => {
  const lines = [line({ lawyers: 2 }), line({ stationId: 'gate' })];
  const seats = [held([0, 0, 3]), held([4], { stationId: 'gate' })];
  const [total] = tallyCoverage(period, basis(lines), seats, 'TOTAL');
  for (const grouping of ['STATION', 'DAY', 'MONTH'] as const) {
    const groups = tallyCoverage(period, basis(lines), seats, grouping);
    const sum = (of: 'requiredSeats' | 'coveredSeats' | 'stationDays' | 'fullStationDays') =>
      groups.reduce((all, group) => all + group[of], 0);
    expect([sum('requiredSeats'), sum('coveredSeats'), sum('stationDays'), sum('fullStationDays')]).toEqual([
      total?.requiredSeats,
      total?.coveredSeats,
      total?.stationDays,
      total?.fullStationDays,
    ]);
  }
  expect(tallyCoverage(period, basis(lines), seats, 'MONTH').map(({ key }) => key)).toEqual(['2026-11', '2026-12']);
});

test('a closed day leaves what is counted, and is counted as an exception', () => {
  const closing = {
    id: 'x',
    stationId: 'hall',
    kind: 'CLOSE' as const,
    halfDay: null,
    line: null,
    lawyers: null,
    from: period.from,
    to: period.from,
  };
  const [total] = tallyCoverage(period, basis([line()], [closing]), [held([0])], 'TOTAL');
  expect(total).toMatchObject({ requiredSeats: 2, coveredSeats: 0, stationDays: 2, exceptedHalfDays: 1 });
});
