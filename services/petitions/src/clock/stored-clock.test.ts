import { addDays, type LocalDate, localDate } from '@everyletter/kit/time';
import { describe, expect, test } from 'vitest';
import { Matter } from '../matter/matter.entity.ts';
import { defaultPack } from '../policy-pack/rules/default-pack.ts';
import { followUpClock, stepsOf } from './stored-clock.ts';

const terms = {
  pack: defaultPack,
  calendar: { version: 1, years: new Set([2026]), daysOff: new Set<LocalDate>(), extraWorkdays: new Set<LocalDate>() },
};
const today = localDate('2026-09-01');

/** Owed by Monday 31 August; told on the 20th that it takes longer. */
function aMatter(followUpDueOn: string | null): Matter {
  return Object.assign(Object.create(Matter.prototype), {
    substantiveStartedOn: localDate('2026-05-29'),
    substantiveDueOn: localDate('2026-08-31'),
    substantiveStoppedOn: localDate('2026-08-20'),
    followUpDueOn,
    policyVersion: '2025.1',
    calendarVersion: 1,
  });
}

describe('the monthly answer', () => {
  test('is not owed before progress was told', () => {
    expect(followUpClock(aMatter(null), { today, terms })).toBeNull();
  });

  test.each<[string, string, string]>([
    ['the first runs from the day progress was told', '2026-08-31', '2026-08-20'],
    ['the next from the substantive day', '2026-09-30', '2026-08-31'],
    ['and then from the one before, also when that has no 31st', '2026-11-02', '2026-09-30'],
  ])('%s', (_, dueOn, startedOn) => {
    expect(followUpClock(aMatter(dueOn), { today, terms })).toMatchObject({ kind: 'FOLLOW_UP', dueOn, startedOn });
  });

  test('says from when it is counted', () => {
    const clock = followUpClock(aMatter('2026-09-30'), { today, terms });
    expect(clock && stepsOf(clock, [], terms)).toEqual([
      { code: 'FOLLOWS', anchorOn: localDate('2026-08-31'), on: localDate('2026-09-30') },
    ]);
  });

  test('is overdue from the day after', () => {
    const clock = (day: LocalDate) => followUpClock(aMatter('2026-09-30'), { today: day, terms })?.state;
    const dueOn = localDate('2026-09-30');
    expect([clock(addDays(dueOn, -20)), clock(dueOn), clock(addDays(dueOn, 1))]).toEqual([
      'RUNNING',
      'DUE_SOON',
      'OVERDUE',
    ]);
  });
});
