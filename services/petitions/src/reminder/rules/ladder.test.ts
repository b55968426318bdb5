import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { calendar2026 } from '../../../test/calendar-2026.ts';
import { defaultPack } from '../../policy-pack/rules/default-pack.ts';
import { type LadderStep, lastDueDay } from './ladder.ts';

const on = (kind: LadderStep, today: string) =>
  lastDueDay(kind, defaultPack.reminders, { today: localDate(today), calendar: calendar2026 });

test.each<[string, LadderStep, string, string]>([
  ['three workdays before, within a week', 'OWNER_BEFORE', '2026-11-24', '2026-11-27'],
  ['over a weekend the days off are told of too', 'OWNER_BEFORE', '2026-11-25', '2026-11-30'],
  ['before National Day everything due in and right after it', 'OWNER_BEFORE', '2026-09-28', '2026-10-08'],
  ['one workday before', 'HEAD_BEFORE', '2026-11-24', '2026-11-25'],
  ['the Friday tells of Monday', 'HEAD_BEFORE', '2026-11-27', '2026-11-30'],
  ['on the due day itself', 'DEPUTY_AFTER', '2026-11-24', '2026-11-24'],
  ['five workdays after', 'CHIEF_AFTER', '2026-11-24', '2026-11-17'],
  ['after National Day the week off does not count', 'CHIEF_AFTER', '2026-10-10', '2026-09-28'],
])('%s', (_, kind, today, last) => {
  expect(on(kind, today)).toBe(last);
});
