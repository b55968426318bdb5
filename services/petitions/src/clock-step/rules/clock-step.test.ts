import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { type StepStanding, stepsOpen } from './clock-step.ts';

const plain: StepStanding = {
  isUrgent: false,
  objection: null,
  hasObjected: false,
  isObjectionAnswered: false,
  isAccepted: false,
  today: localDate('2026-11-23'),
};
const transferred = { dueOn: localDate('2026-11-23'), stoppedOn: null };

test.each<[string, Partial<StepStanding>, string[]]>([
  ['an ordinary letter', {}, ['MARK_URGENT']],
  ['an urgent one', { isUrgent: true }, ['RECORD_URGENT_MEASURE']],
  ['transferred in, on the last of its days', { objection: transferred }, ['MARK_URGENT', 'OBJECT_TO_TRANSFER']],
  ['the day after', { objection: transferred, today: localDate('2026-11-24') }, ['MARK_URGENT']],
  ['accepted', { objection: transferred, isAccepted: true }, ['MARK_URGENT']],
  ['objected to', { objection: transferred, hasObjected: true }, ['MARK_URGENT', 'RECORD_OBJECTION_ANSWER']],
  ['and answered', { objection: transferred, hasObjected: true, isObjectionAnswered: true }, ['MARK_URGENT']],
])('steps of %s', (_, change, open) => {
  expect(stepsOpen({ ...plain, ...change })).toEqual(open);
});
