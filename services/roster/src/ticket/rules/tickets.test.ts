import { describe, expect, test } from 'vitest';
import { maskName, maskPhone } from './masking.ts';
import { chooseSlot, slotsOf } from './slots.ts';
import { checkStep, nextStates, TicketState } from './ticket-state.ts';

const morning = slotsOf({ from: '09:00', to: '11:30' }, 30);

test('a morning is cut into half-hours, and what is too short at its end is none', () => {
  expect(morning.map(({ from }) => from)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00']);
  expect(slotsOf({ from: '14:00', to: '17:00' }, 50).at(-1)).toEqual({ from: '15:40', to: '16:30' });
  expect(slotsOf({ from: '09:00', to: '09:20' }, 30)).toEqual([]);
});

describe('a visitor gets', () => {
  const taken = new Set(['09:00', '10:00']);

  test('the slot asked for, or the first that is free', () => {
    expect(chooseSlot(morning, taken, '09:30').from).toBe('09:30');
    expect(chooseSlot(morning, taken, null).from).toBe('09:30');
  });

  test.each<[string | null, ReadonlySet<string>, string]>([
    ['10:00', taken, 'SLOT_TAKEN'],
    ['09:15', taken, 'SLOT_INVALID'],
    [null, new Set(morning.map(({ from }) => from)), 'RECEPTION_DAY_FULL'],
  ])('nothing for %s', (wanted, full, code) => {
    expect(() => chooseSlot(morning, full, wanted)).toThrow(code);
  });
});

test.each<[TicketState, TicketState, boolean]>([
  ['BOOKED', 'ARRIVED', true],
  ['ARRIVED', 'CALLED', true],
  ['CALLED', 'DONE', true],
  ['NO_SHOW', 'ARRIVED', true],
  ['BOOKED', 'DONE', false],
  ['DONE', 'CANCELLED', false],
  ['CANCELLED', 'ARRIVED', false],
])('from %s to %s: %s', (from, to, allowed) => {
  if (allowed) expect(() => checkStep(from, to)).not.toThrow();
  else expect(() => checkStep(from, to)).toThrow('TICKET_STEP_INVALID');
});

test('a cancelled number is never used again', () => {
  expect(nextStates('CANCELLED')).toEqual([]);
});

test('of a visitor only as much is shown as it takes to recognise them', () => {
  expect(maskName('王勤')).toBe('王*');
  expect(maskName('阿卜杜拉·买买提')).toBe('阿*****');
  expect(maskPhone('13900000017')).toBe('139****0017');
  expect(maskPhone('8201234')).toBe('****34');
});
