import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { calendar2026 } from '../../../test/calendar-2026.ts';
import { defaultPack } from '../../policy-pack/rules/default-pack.ts';
import { type ClockEvent, foldClock } from './clock.ts';
import { clockFace } from './clock-face.ts';

const on = (date: string) => localDate(date);
const terms = { pack: defaultPack, calendar: calendar2026 };
const started: ClockEvent = { type: 'STARTED', on: on('2026-11-16') };
const face = (today: string, ...events: ClockEvent[]) =>
  clockFace(foldClock('PROCEDURAL', events, terms), on(today), 2);

test.each([
  ['2026-11-16', '剩 7 天', 0],
  ['2026-11-20', '剩 3 天', 4],
  ['2026-11-23', '今日到期', 7],
  ['2026-11-26', '逾期 3 天', 7],
])('on %s the face says %s with %i ticks used', (today, zh, usedTicks) => {
  expect(face(today, started)).toMatchObject({ label: { zh }, usedTicks, ticks: 7, totalDays: 7 });
});

test('an answered clock is full and counts no days', () => {
  const answered = face('2026-11-26', started, { type: 'STOPPED', on: on('2026-11-18') });
  expect(answered).toMatchObject({
    state: 'STOPPED',
    label: { zh: '已回复', en: 'Answered' },
    usedTicks: 7,
    remainingDays: null,
  });
});

test.each([
  ['2026-11-23', '已回复'],
  ['2026-11-26', '迟复 3 天'],
])('an answer on %s says %s', (day, zh) => {
  expect(face('2026-11-29', started, { type: 'STOPPED', on: on(day) }).label.zh).toBe(zh);
});

test('a clock that was never started has no days', () => {
  expect(face('2026-11-26')).toMatchObject({ state: 'NOT_STARTED', totalDays: 0, usedTicks: 0, remainingDays: null });
});

test('three months are shown in twelve ticks', () => {
  const clock = foldClock('SUBSTANTIVE', [{ type: 'STARTED', on: on('2026-08-24') }], terms);
  expect(clockFace(clock, on('2026-10-09'), 2)).toMatchObject({ ticks: 12, usedTicks: 6 });
});
