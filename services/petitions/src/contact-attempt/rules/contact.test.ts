import { localDate } from '@everyletter/kit/time';
import { describe, expect, test } from 'vitest';
import { type Attempt, type ContactChannel, contactStanding, suggestedNext, unreachableOn } from './contact.ts';

const both = { phone: true, address: true };
const failed = (channel: ContactChannel, day: string, outcome: Attempt['outcome'] = 'NO_ANSWER'): Attempt => ({
  channel,
  outcome,
  attemptedOn: localDate(day),
});
const phone = failed('PHONE', '2026-11-17', 'NOT_CONNECTED');
const message = failed('MESSAGE', '2026-11-18');
const letter = failed('LETTER', '2026-11-20');
const visit = failed('HOME_VISIT', '2026-11-23');

describe('the next channel', () => {
  test.each<[string, readonly Attempt[], { phone: boolean; address: boolean }, ContactChannel | null]>([
    ['after the phone a message', [phone], both, 'MESSAGE'],
    ['after the message a letter', [phone, message], both, 'LETTER'],
    ['after the letter a visit', [phone, message, letter], both, 'HOME_VISIT'],
    ['after all of them none', [phone, message, letter, visit], both, null],
    ['after a letter alone the phone', [letter], both, 'PHONE'],
    ['without an address no letter', [phone, message], { phone: true, address: false }, null],
    ['a wrong number takes no message', [failed('PHONE', '2026-11-17', 'WRONG_CONTACT')], both, 'LETTER'],
    ['none once they were reached', [phone, failed('MESSAGE', '2026-11-18', 'REACHED')], both, null],
    ['none when they would not speak', [failed('PHONE', '2026-11-17', 'REFUSED')], both, null],
  ])('%s', (_, attempts, left, next) => {
    expect(suggestedNext(attempts, left)).toBe(next);
  });
});

describe('proven unreachable', () => {
  const threshold = { attempts: 3, channels: 2 };
  test.each<[string, readonly Attempt[], string | null]>([
    ['not after two attempts', [phone, message], null],
    ['on the day of the third', [phone, message, letter], '2026-11-20'],
    ['whatever order they were written down in', [letter, message, phone], '2026-11-20'],
    ['not by one channel alone', [phone, phone, phone, phone], null],
    ['on the day of the second channel', [phone, phone, phone, letter], '2026-11-20'],
    ['not when they were reached later', [phone, message, letter, failed('HOME_VISIT', '2026-11-23', 'REACHED')], null],
    ['not when they would not speak', [phone, message, failed('LETTER', '2026-11-20', 'REFUSED')], null],
  ])('%s', (_, attempts, day) => {
    expect(unreachableOn(attempts, threshold)).toBe(day);
  });

  test('how far the desk has got', () => {
    expect(contactStanding([], null)).toBe('NOT_TRIED');
    expect(contactStanding([phone], null)).toBe('NOT_REACHED');
    expect(contactStanding([phone, message, letter], localDate('2026-11-20'))).toBe('UNREACHABLE');
    expect(contactStanding([phone, failed('LETTER', '2026-11-20', 'REACHED')], null)).toBe('REACHED');
  });
});
