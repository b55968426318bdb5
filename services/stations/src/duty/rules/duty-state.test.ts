import { expect, test } from 'vitest';
import { checkDecline, checkSwapNotice, type DutyFacts } from './duty-state.ts';

const duty: DutyFacts = {
  status: 'PUBLISHED',
  startsAt: new Date('2026-11-24T01:00:00Z'),
  endsAt: new Date('2026-11-24T03:30:00Z'),
  checkedIn: false,
};
const at = (text: string) => new Date(text);

test.each<[string, Partial<DutyFacts>, string, string | null, string | null]>([
  ['with a reason until it begins', {}, '2026-11-24T00:59:59Z', '发烧', null],
  ['without a reason', {}, '2026-11-23T01:00:00Z', null, 'FIELD_NEEDED'],
  ['once it has begun', {}, '2026-11-24T01:00:00Z', '发烧', 'DUTY_HAS_BEGUN'],
  ['that was declined before', { status: 'DECLINED' }, '2026-11-23T01:00:00Z', '发烧', 'DUTY_NOT_HELD'],
  ['that was confirmed', { status: 'CONFIRMED' }, '2026-11-23T01:00:00Z', '发烧', null],
])('declining a duty %s', (_, change, now, reason, code) => {
  const decline = () => checkDecline({ ...duty, ...change }, reason, at(now));
  if (code) expect(decline).toThrow(code);
  else expect(decline).not.toThrow();
});

test('a swap is asked for a day before, to the minute', () => {
  expect(() => checkSwapNotice(duty, 24, at('2026-11-23T01:00:00Z'))).not.toThrow();
  expect(() => checkSwapNotice(duty, 24, at('2026-11-23T01:00:01Z'))).toThrow('SWAP_TOO_LATE');
});
