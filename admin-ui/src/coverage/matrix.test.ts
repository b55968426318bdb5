import { expect, test } from 'vitest';
import { daysOf, type MatrixCell, monthAfter, monthBounds, rowsOf, totalOf } from './matrix.ts';

const cell = (date: string, change: Partial<MatrixCell> = {}): MatrixCell => ({
  stationId: 'hall',
  date,
  halfDay: 'MORNING',
  required: 2,
  people: [],
  open: 1,
  exceptionId: null,
  ...change,
});
const stations = [{ id: 'hall', name: '律师工作站', hall: null }];

test('a station has a row for each half-day it asks for, with its gaps counted', () => {
  const rows = rowsOf(stations, [
    cell('2026-11-23'),
    cell('2026-11-24'),
    cell('2026-11-23', { halfDay: 'AFTERNOON', open: 0 }),
  ]);
  expect(rows.map(({ halfDay, gaps }) => [halfDay, gaps])).toEqual([
    ['MORNING', 2],
    ['AFTERNOON', 0],
  ]);
});

test('a rectangle adds up what is asked, held and open, whichever corner it was begun at', () => {
  const rows = rowsOf(stations, [cell('2026-11-23'), cell('2026-11-24', { open: 0 })]);
  const days = daysOf([
    { date: '2026-11-23', kind: 'WORKDAY' },
    { date: '2026-11-24', kind: 'WORKDAY' },
  ]);
  expect(totalOf(rows, days, { row: 0, column: 1 }, { row: 0, column: 0 })).toEqual({ required: 4, held: 3, open: 1 });
});

test('a month ends with its last day and years follow one another', () => {
  expect(monthBounds('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthAfter('2026-12', 1)).toBe('2027-01');
});

test('a made-up Saturday is marked as worked, a weekday off as off', () => {
  const kinds = ['EXTRA_WORKDAY', 'DAY_OFF', 'WEEKEND', 'WORKDAY'].map((kind) => ({ date: kind, kind }));
  expect(daysOf(kinds).map(({ mark, isWorked }) => [mark, isWorked])).toEqual([
    ['WORK', true],
    ['OFF', false],
    [null, false],
    [null, true],
  ]);
});
