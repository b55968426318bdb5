import { expect, test } from 'vitest';
import type { DutyFacts } from '../../duty/rules/duty-state.ts';
import { checkCheckIn, lateMinutes } from './attendance-times.ts';

const duty: DutyFacts = {
  status: 'CONFIRMED',
  startsAt: new Date('2026-11-24T01:00:00Z'),
  endsAt: new Date('2026-11-24T03:30:00Z'),
  checkedIn: false,
};

test.each<[string, Partial<DutyFacts>, string, string | null]>([
  ['an hour before', {}, '2026-11-24T00:00:00Z', null],
  ['earlier than that', {}, '2026-11-23T23:59:59Z', 'CHECK_IN_TOO_EARLY'],
  ['a minute before it ends', {}, '2026-11-24T03:29:00Z', null],
  ['when it is over', {}, '2026-11-24T03:30:00Z', 'DUTY_IS_OVER'],
  ['a second time', { checkedIn: true }, '2026-11-24T01:00:00Z', 'CHECKED_IN_BEFORE'],
  ['of a duty that was declined', { status: 'DECLINED' }, '2026-11-24T01:00:00Z', 'DUTY_NOT_HELD'],
])('checking in %s', (_, change, at, code) => {
  const checkIn = () => checkCheckIn({ ...duty, ...change }, 60, new Date(at));
  if (code) expect(checkIn).toThrow(code);
  else expect(checkIn).not.toThrow();
});

test.each([
  ['in time', '2026-11-24T00:50:00Z', 0],
  ['within the grace', '2026-11-24T01:10:00Z', 0],
  ['after it, by all the minutes', '2026-11-24T01:11:00Z', 11],
])('late: %s', (_, at, minutes) => {
  expect(lateMinutes(duty, 10, new Date(at))).toBe(minutes);
});
