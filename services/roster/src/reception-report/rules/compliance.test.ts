import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { knownCalendar } from '../../../demo/known-calendar.ts';
import { keyCoverage, sessionsByLeader, yearUpTo } from './compliance.ts';

const duty = (date: string, halfDay: string, leaderId: string) => ({ date, halfDay, leaderId });

test('morning and afternoon of one day are one session', () => {
  const held = sessionsByLeader([
    duty('2026-11-25', 'MORNING', 'a'),
    duty('2026-11-25', 'AFTERNOON', 'a'),
    duty('2026-11-26', 'MORNING', 'a'),
    duty('2026-11-26', 'MORNING', 'b'),
  ]);
  expect([...held]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});

test('a key period is covered by half-days with enough leaders; its holidays ask for none', () => {
  const nationalDay = {
    id: 'key',
    name: '国庆',
    fromOn: localDate('2026-09-30'),
    toOn: localDate('2026-10-08'),
    leadersPerHalfDay: 2,
    minimumGrade: null,
    includesDaysOff: false,
  };
  const duties = [
    duty('2026-09-30', 'MORNING', 'a'),
    duty('2026-09-30', 'MORNING', 'b'),
    duty('2026-09-30', 'AFTERNOON', 'a'),
    duty('2026-10-08', 'MORNING', 'a'),
  ];
  const period = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
  expect(keyCoverage([nationalDay], { duties, period, calendar: knownCalendar() })).toEqual([
    { keyPeriodId: 'key', required: 4, covered: 1 },
  ]);
});

test('a year is counted up to today', () => {
  expect(yearUpTo(localDate('2026-05-01'), localDate('2026-11-23'))).toEqual({ from: '2026-01-01', to: '2026-11-23' });
  expect(yearUpTo(localDate('2025-05-01'), localDate('2026-11-23'))).toEqual({ from: '2025-01-01', to: '2025-12-31' });
});
