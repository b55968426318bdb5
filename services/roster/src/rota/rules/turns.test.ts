import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { knownCalendar } from '../../../demo/known-calendar.ts';
import { halvesOf, type KeyPeriod, type TurnRule, turnsOf } from './turns.ts';

const calendar = knownCalendar();
const wednesdays: TurnRule = {
  weekdays: [3],
  nthInMonth: [],
  everyWeeks: 1,
  validFrom: localDate('2026-01-01'),
  validTo: null,
  holidayPolicy: 'NEXT_WORKING_DAY',
  span: 'WHOLE_DAY',
};
const period = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });
const nationalDay = (change: Partial<KeyPeriod> = {}): KeyPeriod => ({
  id: 'national-day',
  name: '国庆',
  fromOn: localDate('2026-09-28'),
  toOn: localDate('2026-10-09'),
  leadersPerHalfDay: 2,
  minimumGrade: 'DEPUTY_CHIEF',
  includesDaysOff: false,
  ...change,
});
const dates = (rules: readonly TurnRule[], keyPeriods: readonly KeyPeriod[], from: string, to: string) =>
  turnsOf({ rules, keyPeriods }, period(from, to), calendar).map(({ date, need }) => `${date} ${need}`);

test('a key period over a holiday asks for its working days only, with more leaders', () => {
  expect(dates([], [nationalDay()], '2026-09-01', '2026-10-31')).toEqual([
    '2026-09-28 2',
    '2026-09-29 2',
    '2026-09-30 2',
    '2026-10-08 2',
    '2026-10-09 2',
  ]);
});

test('one that includes days off asks for every day', () => {
  expect(dates([], [nationalDay({ includesDaysOff: true })], '2026-09-01', '2026-10-31')).toHaveLength(12);
});

test('it takes the place of the rule on its days, also where a holiday moved the rule there', () => {
  const all = turnsOf(
    { rules: [wednesdays], keyPeriods: [nationalDay()] },
    period('2026-09-23', '2026-10-14'),
    calendar,
  );
  expect(all.map(({ date, need, keyPeriodId }) => [date, need, keyPeriodId !== null])).toEqual([
    ['2026-09-23', 1, false],
    ['2026-09-28', 2, true],
    ['2026-09-29', 2, true],
    ['2026-09-30', 2, true],
    ['2026-10-08', 2, true],
    ['2026-10-09', 2, true],
    ['2026-10-14', 1, false],
  ]);
  expect(all[1]).toMatchObject({ minimumGrade: 'DEPUTY_CHIEF', makeUp: false });
});

test('of two key periods on one day the one that asks for more holds', () => {
  const more = nationalDay({ id: 'more', leadersPerHalfDay: 3, fromOn: localDate('2026-09-30') });
  expect(dates([], [more, nationalDay()], '2026-09-29', '2026-09-30')).toEqual(['2026-09-29 2', '2026-09-30 3']);
  expect(dates([], [nationalDay(), more], '2026-09-29', '2026-09-30')).toEqual(['2026-09-29 2', '2026-09-30 3']);
});

test('a make-up day is marked, and morning comes before afternoon', () => {
  const every = { ...wednesdays, weekdays: [], span: 'AFTERNOON' } as const;
  const turns = turnsOf(
    { rules: [every, { ...every, span: 'MORNING' }], keyPeriods: [] },
    period('2026-10-10', '2026-10-10'),
    calendar,
  );
  expect(turns.map(({ span, makeUp }) => [span, makeUp])).toEqual([
    ['MORNING', true],
    ['AFTERNOON', true],
  ]);
});

test('two rules that ask for the same half-day ask once', () => {
  expect(dates([wednesdays, { ...wednesdays, nthInMonth: [4] }], [], '2026-11-25', '2026-11-25')).toEqual([
    '2026-11-25 1',
  ]);
});

test('a whole day is two half-days', () => {
  expect(halvesOf('WHOLE_DAY')).toEqual(['MORNING', 'AFTERNOON']);
  expect(halvesOf('AFTERNOON')).toEqual(['AFTERNOON']);
});
