import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { type CourseStanding, type CourseStep, checkOpenEnds, checkStep, checkStepDay } from './course.ts';
import { retainUntil } from './retention.ts';

const handled: CourseStanding = {
  disposition: 'ACCEPTED',
  matterState: 'HANDLING',
  receivedOn: localDate('2026-11-16'),
  withdrawnOn: null,
};
const codeOf = (run: () => void) => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'ALLOWED';
};

test.each<[CourseStep, Partial<CourseStanding>, string]>([
  ['TAKE_BACK', {}, 'PETITION_NOT_SENT_ON'],
  ['TAKE_BACK', { disposition: 'TRANSFERRED', matterState: 'ANSWERED' }, 'ALLOWED'],
  ['TAKE_BACK', { disposition: 'ASSIGNED_DOWN' }, 'ALLOWED'],
  ['WITHDRAW', {}, 'ALLOWED'],
  ['WITHDRAW', { withdrawnOn: localDate('2026-11-20') }, 'PETITION_ALREADY_WITHDRAWN'],
  ['WITHDRAW', { matterState: 'ANSWERED' }, 'MATTER_IN_HAND_NEEDED'],
  ['MERGE', { matterState: 'ARCHIVED' }, 'MATTER_IN_HAND_NEEDED'],
  ['MERGE', { matterState: 'MERGED' }, 'MATTER_ALREADY_MERGED'],
  ['REOPEN', {}, 'MATTER_NOT_ANSWERED'],
  ['REOPEN', { matterState: 'ARCHIVED' }, 'ALLOWED'],
  ['ARCHIVE', {}, 'MATTER_NOT_ANSWERED'],
  ['ARCHIVE', { matterState: 'ANSWERED' }, 'ALLOWED'],
])('%s with %o: %s', (step, change, code) => {
  expect(codeOf(() => checkStep(step, { ...handled, ...change }))).toBe(code);
});

test('a step lies between receipt and today', () => {
  const today = localDate('2026-11-23');
  expect(codeOf(() => checkStepDay(localDate('2026-11-24'), handled.receivedOn, today))).toBe('STEP_IN_FUTURE');
  expect(codeOf(() => checkStepDay(localDate('2026-11-15'), handled.receivedOn, today))).toBe('STEP_BEFORE_RECEIPT');
  expect(codeOf(() => checkStepDay(today, handled.receivedOn, today))).toBe('ALLOWED');
});

test('nothing is put away while somebody waits', () => {
  const closed = { unreplied: 0, returned: 0, unreadMessages: 0, openOrders: 0, openTasks: 0 };
  expect(codeOf(() => checkOpenEnds(closed))).toBe('ALLOWED');
  expect(codeOf(() => checkOpenEnds({ ...closed, unreadMessages: 1 }))).toBe('ARCHIVE_TOO_EARLY');
});

const RULES = [
  { categories: ['CRIMINAL_APPEAL'], years: 30, confidence: 'LIKELY' },
  { categories: ['STAFF_MISCONDUCT'], years: null, confidence: 'UNSURE' },
  { categories: [], years: 10, confidence: 'LIKELY' },
] as const;

test.each([
  ['others ten years from the next January', ['SUGGESTION'], '2036-12-31'],
  ['an appeal thirty', ['CRIMINAL_APPEAL'], '2056-12-31'],
  ['of several the longest', ['SUGGESTION', 'CRIMINAL_APPEAL', 'STAFF_MISCONDUCT'], null],
] as const)('%s', (_, categories, until) => {
  expect(retainUntil(localDate('2026-03-05'), categories, RULES)).toBe(until);
});
