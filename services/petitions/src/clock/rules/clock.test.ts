import { localDate } from '@everyletter/kit/time';
import { describe, expect, test } from 'vitest';
import { calendar2026 } from '../../../test/calendar-2026.ts';
import { defaultPack } from '../../policy-pack/rules/default-pack.ts';
import { type ClockEvent, clockState, foldClock, followUpDays, isInTime } from './clock.ts';

const terms = { pack: defaultPack, calendar: calendar2026 };
const on = (date: string) => localDate(date);
const started: ClockEvent = { type: 'STARTED', on: on('2026-09-24') };
const fold = (...events: ClockEvent[]) => foldClock('PROCEDURAL', events, terms);
const stateOn = (date: string, ...events: ClockEvent[]) => clockState(fold(...events), on(date), defaultPack.warnDays);

describe('the state of a seven-day clock that is due on 8 October, better by 30 September', () => {
  test.each([
    ['2026-09-27', 'RUNNING'],
    ['2026-09-28', 'DUE_SOON'],
    ['2026-10-08', 'DUE_SOON'],
    ['2026-10-09', 'OVERDUE'],
  ])('on %s is %s', (date, state) => {
    expect(stateOn(date, started)).toBe(state);
  });

  test('is not started without a start', () => {
    expect(stateOn('2026-10-09')).toBe('NOT_STARTED');
  });

  test('stays stopped after the due day', () => {
    expect(stateOn('2026-12-01', started, { type: 'STOPPED', on: on('2026-10-08') })).toBe('STOPPED');
  });
});

test('an answer on the due day is in time, one on the next day is not', () => {
  expect(isInTime(fold(started, { type: 'STOPPED', on: on('2026-10-08') }))).toBe(true);
  expect(isInTime(fold(started, { type: 'STOPPED', on: on('2026-10-09') }))).toBe(false);
  expect(isInTime(fold(started))).toBe(false);
});

test('a returned letter sets the clock running again, with its first due day', () => {
  const clock = fold(started, { type: 'STOPPED', on: on('2026-09-30') }, { type: 'REOPENED', on: on('2026-10-10') });
  expect(clock).toMatchObject({ stoppedOn: null, dueOn: '2026-10-08' });
  expect(clockState(clock, on('2026-10-10'), defaultPack.warnDays)).toBe('OVERDUE');
});

test('the first answer counts, a second one does not move it', () => {
  const clock = fold(started, { type: 'STOPPED', on: on('2026-09-28') }, { type: 'STOPPED', on: on('2026-10-20') });
  expect(clock.stoppedOn).toBe('2026-09-28');
});

test('an extension adds its months to the period, counted from the start', () => {
  const events: ClockEvent[] = [
    { type: 'STARTED', on: on('2026-01-31') },
    { type: 'EXTENDED', on: on('2026-04-01'), months: 1 },
  ];
  expect(foldClock('SUBSTANTIVE', events, terms).dueOn).toBe('2026-06-01');
});

test('follow-ups fall a month apart from the substantive due day, clamped to the month', () => {
  expect(followUpDays(on('2026-01-31'), defaultPack.clocks.FOLLOW_UP.period, on('2026-04-30'))).toEqual([
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
});
