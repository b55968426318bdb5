import { type LocalDate, localDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import { expect, test } from 'vitest';
import { knownCalendar } from '../../../demo/known-calendar.ts';
import { repairTurns } from './repair.ts';
import type { TurnRule } from './turns.ts';

const known = knownCalendar();
const wednesdays = (holidayPolicy: TurnRule['holidayPolicy']): TurnRule => ({
  weekdays: [3],
  nthInMonth: [],
  everyWeeks: 1,
  validFrom: localDate('2026-01-01'),
  validTo: null,
  holidayPolicy,
  span: 'WHOLE_DAY',
});
const held = (date: string, leaderId: string, halfDay: string) => ({ date, halfDay, leaderId });
const wholeDay = (date: string, leaderId: string) => [
  held(date, leaderId, 'MORNING'),
  held(date, leaderId, 'AFTERNOON'),
];
const published = [
  ...wholeDay('2026-12-02', 'li'),
  held('2026-12-04', 'an', 'MORNING'),
  ...wholeDay('2026-12-16', 'he'),
];
const window = { from: localDate('2026-11-25'), to: localDate('2026-12-23') };
const dates = [localDate('2026-12-02')];

function repaired(policy: TurnRule['holidayPolicy'], calendar: WorkCalendar) {
  const { turns, kept } = repairTurns(
    { rules: [wednesdays(policy)], keyPeriods: [], published, dates },
    window,
    calendar,
  );
  return { turns: turns.map(({ key, need }) => `${key} ${need}`), kept: kept.map(({ leaderId }) => leaderId) };
}

test('what is published stands as it is: no turn is opened, and one no rule asks for stays', () => {
  const { turns, kept } = repaired('SKIP', known);
  expect(turns).toEqual(['2026-12-02/3 1', '2026-12-04/1 1', '2026-12-16/3 1']);
  expect(kept).toEqual(['li', 'an', 'he']);
});

const closed: WorkCalendar = { ...known, daysOff: new Set<LocalDate>([...known.daysOff, localDate('2026-12-02')]) };

test.each([
  ['SKIP', ['2026-12-04/1 1', '2026-12-16/3 1']],
  ['SAME_WEEKDAY_NEXT_WEEK', ['2026-12-04/1 1', '2026-12-09/3 1', '2026-12-16/3 1']],
  ['NEXT_WORKING_DAY', ['2026-12-03/3 1', '2026-12-04/1 1', '2026-12-16/3 1']],
] as const)('a Wednesday that became a holiday goes where its rule says: %s', (policy, turns) => {
  expect(repaired(policy, closed)).toEqual({ turns, kept: ['an', 'he'] });
});

test('where holidays are kept it stays with its leader', () => {
  expect(repaired('KEEP', closed).kept).toEqual(['li', 'an', 'he']);
});
