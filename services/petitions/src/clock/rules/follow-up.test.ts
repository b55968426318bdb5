import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { calendar2026 } from '../../../test/calendar-2026.ts';
import { nextFollowUpOn } from './follow-up.ts';

const MONTHLY = { amount: 1, unit: 'MONTH' } as const;

test.each([
  ['an early answer leaves the three-month day', '2026-05-18', '2026-03-02', '2026-05-18'],
  ['an answer on the due day moves a month on', '2026-05-18', '2026-05-18', '2026-06-18'],
  ['a late answer skips what is past', '2026-05-18', '2026-07-20', '2026-08-18'],
  ['a month without a 31st', '2026-03-31', '2026-04-01', '2026-04-30'],
  ['a day off rolls and does not move the anchor', '2026-09-01', '2026-09-02', '2026-10-08'],
  ['the anchor stays after a roll', '2026-09-01', '2026-10-08', '2026-11-02'],
])('%s', (_, due, after, next) => {
  expect(nextFollowUpOn(localDate(due), MONTHLY, localDate(after), calendar2026)).toBe(next);
});
