import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { confirmationReminders } from './due-reminders.ts';

test('fifteen and five days before the last day, across the end of a year', () => {
  expect(confirmationReminders(localDate('2027-01-10'), [15, 5])).toEqual([
    { kind: 'CONFIRMATION_FIRST', from: '2026-12-26' },
    { kind: 'CONFIRMATION_LAST', from: '2027-01-05' },
  ]);
});
