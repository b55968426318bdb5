import { type LocalDate, localDate } from '@everyletter/kit/time';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { knownCalendar } from '../../../demo/known-calendar.ts';
import { countNaively, sheetOf } from '../../../test/naive-counting.ts';
import { defaultPack } from '../../policy-pack/rules/default-pack.ts';
import type { Period } from '../../policy-pack/rules/policy-pack.ts';
import { type ClockEvent, foldClock } from './clock.ts';
import { timeLimit } from './due-date.ts';
import { foldFollowUp } from './follow-up.ts';

/** The same cases on every run: a new counterexample is looked for by changing the number, not by chance. */
fc.configureGlobal({ seed: 20261123 });

const calendar = knownCalendar();
const sheet = sheetOf(2004, 2026, calendar.daysOff, calendar.extraWorkdays);
/** Every day of all years with official notices, so far from the end that no counting leaves them. */
const starts = sheet.days.filter((day) => day <= '2026-04-30');
const terms = { pack: defaultPack, calendar };
const PERIODS: readonly Period[] = [
  { amount: 7, unit: 'CALENDAR_DAY' },
  { amount: 15, unit: 'CALENDAR_DAY' },
  { amount: 5, unit: 'WORKDAY' },
  { amount: 7, unit: 'WORKDAY' },
  { amount: 1, unit: 'MONTH' },
  { amount: 3, unit: 'MONTH' },
  { amount: 6, unit: 'MONTH' },
];
const before = process.env.TZ;
afterEach(() => {
  process.env.TZ = before;
});

describe.each(['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Pacific/Apia'])('on a machine in %s', (zone) => {
  test.each(PERIODS)('$amount $unit from every day of 2004 to 2026 ends where walking day by day ends', (period) => {
    process.env.TZ = zone;
    const wrong = starts.filter((start) => {
      const { dueOn, targetOn } = timeLimit(localDate(start), period, calendar);
      const naive = countNaively(start, period.amount, period.unit, sheet);
      return dueOn !== naive.dueOn || targetOn !== naive.targetOn;
    });
    expect(wrong).toEqual([]);
  });
});

const aDay = fc.constantFrom(...starts).map((day) => localDate(day));
const causes = fc.constantFrom('first', 'second', 'third');
/** Anything that may be entered late, in whatever order. */
const entered = fc.oneof(
  fc.record({ type: fc.constant('STOPPED' as const), on: aDay, causeId: causes }),
  fc.record({ type: fc.constant('REOPENED' as const), on: aDay, causeId: causes }),
  fc.record({ type: fc.constant('EXTENDED' as const), on: aDay, months: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('RECOUNTED' as const), on: aDay }),
);
const shuffled = fc
  .array(entered, { maxLength: 8 })
  .chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })));
const dates = (events: readonly ClockEvent[]) => {
  const { startedOn, dueOn, targetOn, stoppedOn, provisional } = foldClock('SUBSTANTIVE', events, terms);
  return { startedOn, dueOn, targetOn, stoppedOn, provisional };
};

test('whatever the order in which things were entered, the clock is the same', () => {
  fc.assert(
    fc.property(aDay, shuffled, (on, [events, otherwise]) => {
      const start = { type: 'STARTED', on } as const;
      expect(dates([start, ...otherwise])).toEqual(dates([start, ...events]));
    }),
  );
});

test('months granted make it the period so much longer, counted from the start', () => {
  const granted = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });
  fc.assert(
    fc.property(aDay, granted, (on, months) => {
      const extended = months.map((each) => ({ type: 'EXTENDED', on, months: each }) as const);
      const total = months.reduce((sum, each) => sum + each, 3);
      fc.pre(total <= 8);
      expect(dates([{ type: 'STARTED', on }, ...extended]).dueOn).toBe(
        timeLimit(on, { amount: total, unit: 'MONTH' }, calendar).dueOn,
      );
    }),
  );
});

test('a stop that came back never counts, and the first that did not is the day', () => {
  fc.assert(
    fc.property(aDay, fc.array(entered, { maxLength: 8 }), (on, events) => {
      const returned = new Set(events.flatMap((event) => (event.type === 'REOPENED' ? [event.causeId] : [])));
      const standing = events.flatMap((event) =>
        event.type === 'STOPPED' && !returned.has(event.causeId) ? [event.on] : [],
      );
      expect(dates([{ type: 'STARTED', on }, ...events]).stoppedOn).toBe([...standing].sort()[0] ?? null);
    }),
  );
});

test('what is withdrawn leaves nothing behind, and begins afresh', () => {
  fc.assert(
    fc.property(aDay, aDay, fc.array(entered, { maxLength: 6 }), (on, again, events) => {
      const withdrawn: ClockEvent[] = [{ type: 'STARTED', on }, ...events, { type: 'WITHDRAWN', on }];
      expect(dates(withdrawn)).toMatchObject({ startedOn: null, dueOn: null, stoppedOn: null });
      expect(dates([...withdrawn, { type: 'STARTED', on: again }])).toEqual(dates([{ type: 'STARTED', on: again }]));
    }),
  );
});

const LONGEST_MONTH = 31;

test('the monthly answer comes after the last one, within a month and the days off after it, until the result', () => {
  fc.assert(
    fc.property(aDay, fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }), (start, gaps) => {
      const { dueOn: firstDueOn } = timeLimit(start, { amount: 3, unit: 'MONTH' }, calendar);
      let at = sheet.days.indexOf(firstDueOn);
      const answers = gaps.map((gap) => {
        at += gap;
        return { type: 'STARTED', on: sheet.days[at] as LocalDate } as const;
      });
      fc.pre((answers.at(-1)?.on ?? '') < '2026-08-01');
      const clock = foldFollowUp(firstDueOn, answers, terms);
      const last = answers.at(-1)?.on as LocalDate;
      expect(String(clock.dueOn) > last).toBe(true);
      // The series keeps the day of the month it began on: after a short February the next one is the 31st again.
      expect(String(clock.dueOn) <= countNaively(last, LONGEST_MONTH, 'CALENDAR_DAY', sheet).dueOn).toBe(true);
      const result = { type: 'STOPPED', on: last, causeId: 'result' } as const;
      expect(foldFollowUp(firstDueOn, [...answers, result], terms).stoppedOn).toBe(last);
    }),
  );
});
