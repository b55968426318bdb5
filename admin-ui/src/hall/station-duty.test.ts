import { expect, test } from 'vitest';
import { type DutyLawyer, seatOf, seatTotals } from './station-duty.ts';

const lawyer = (name: string): DutyLawyer => ({
  id: name,
  name,
  yearsOfPractice: 5,
  specialties: [],
  firm: { id: 'firm', name: '某律师事务所' },
});
const station = {
  assignments: [
    { id: '1', date: '2026-11-24', halfDay: 'MORNING' as const, lawyer: lawyer('欧阳平') },
    { id: '2', date: '2026-11-24', halfDay: 'AFTERNOON' as const, lawyer: lawyer('梁知秋') },
  ],
  coverage: [
    { date: '2026-11-24', halfDay: 'MORNING' as const, requiredSeats: 2, coveredSeats: 1 },
    { date: '2026-11-25', halfDay: 'MORNING' as const, requiredSeats: 1, coveredSeats: 1 },
  ],
};

test.each([
  ['one of two is there', '2026-11-24', 'MORNING', 'GAP', 1, ['欧阳平']],
  ['somebody is there though nobody is required', '2026-11-24', 'AFTERNOON', 'NOT_REQUIRED', 0, ['梁知秋']],
  ['all required are there', '2026-11-25', 'MORNING', 'COVERED', 0, []],
  ['a day nothing is said about', '2026-11-28', 'MORNING', 'NOT_REQUIRED', 0, []],
] as const)('%s', (_, date, halfDay, state, open, names) => {
  const seat = seatOf(station, date, halfDay);
  expect(seat).toMatchObject({ state, open });
  expect(seat.lawyers.map(({ name }) => name)).toEqual(names);
});

test('totals count the days asked for and no other', () => {
  expect(seatTotals([station, station], ['2026-11-24'])).toEqual({ required: 4, covered: 2, open: 2 });
  expect(seatTotals([station], [])).toEqual({ required: 0, covered: 0, open: 0 });
});
