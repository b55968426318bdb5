import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { checkExtension, type ExtensionStanding, monthsLeft } from './extension.ts';

const LIMITS = { maxCount: 1, maxMonths: 3 };
const running: ExtensionStanding = {
  startedOn: localDate('2026-08-24'),
  dueOn: localDate('2026-11-24'),
  stoppedOn: null,
  granted: [],
  isAsked: false,
  today: localDate('2026-11-23'),
};
const codeOf = (months: number, change: Partial<ExtensionStanding>, limits = LIMITS) => {
  try {
    checkExtension(months, { ...running, ...change }, limits);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each<[string, number, Partial<ExtensionStanding>, string | null]>([
  ['up to what the pack allows, while it runs', 3, {}, null],
  ['on the due day itself', 1, { today: localDate('2026-11-24') }, null],
  [
    'not the day after: it would make a late answer timely',
    1,
    { today: localDate('2026-11-25') },
    'EXTENSION_AFTER_DUE',
  ],
  ['not longer', 4, {}, 'EXTENSION_TOO_LONG'],
  ['not for nothing', 0, {}, 'EXTENSION_MONTHS_INVALID'],
  ['not for half a month', 0.5, {}, 'EXTENSION_MONTHS_INVALID'],
  ['not a second time', 1, { granted: [1] }, 'EXTENSION_TOO_OFTEN'],
  ['not while one is being asked for', 1, { isAsked: true }, 'EXTENSION_ALREADY_ASKED'],
  ['not when nothing is owed', 1, { startedOn: null, dueOn: null }, 'EXTENSION_NO_CLOCK'],
  ['not after the answer', 1, { stoppedOn: localDate('2026-11-01') }, 'EXTENSION_NO_CLOCK'],
])('more time is granted %s', (_, months, change, code) => {
  expect(codeOf(months, change)).toBe(code);
});

test('two extensions share the months there are', () => {
  const limits = { maxCount: 2, maxMonths: 3 };
  expect(monthsLeft([2], limits)).toBe(1);
  expect(codeOf(2, { granted: [2] }, limits)).toBe('EXTENSION_TOO_LONG');
  expect(codeOf(1, { granted: [2] }, limits)).toBeNull();
  expect(monthsLeft([1, 1], limits)).toBe(0);
});
