import { CodedError } from '@everyletter/kit/errors';
import { localDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { assertDispatchable, type DispatchSetting } from './dispatch.ts';
import type { ReplyMeans } from './reply-kinds.ts';

const setting: DispatchSetting = {
  today: localDate('2026-11-23'),
  receivedOn: localDate('2026-11-16'),
  approvedOn: localDate('2026-11-20'),
  hasAddress: true,
  hasPhone: true,
};

test.each<[string, ReplyMeans, string, Partial<DispatchSetting>, string | null]>([
  ['today', 'LETTER', '2026-11-23', {}, null],
  ['the day of approval', 'LETTER', '2026-11-20', {}, null],
  ['tomorrow', 'LETTER', '2026-11-24', {}, 'DISPATCH_IN_FUTURE'],
  ['the day of receipt, told on the spot', 'ON_THE_SPOT', '2026-11-16', {}, null],
  ['before receipt, even by mouth', 'ON_THE_SPOT', '2026-11-15', {}, 'DISPATCH_BEFORE_RECEIPT'],
  ['a letter before its approval', 'LETTER', '2026-11-19', {}, 'DISPATCH_BEFORE_APPROVAL'],
  ['a letter to nowhere', 'LETTER', '2026-11-23', { hasAddress: false }, 'RECIPIENT_ADDRESS_MISSING'],
  ['a message to nobody', 'MESSAGE', '2026-11-23', { hasPhone: false }, 'RECIPIENT_PHONE_MISSING'],
  ['on the web without address and phone', 'WEB', '2026-11-23', { hasAddress: false, hasPhone: false }, null],
])('dispatch: %s', (_, means, on, change, code) => {
  const attempt = () => assertDispatchable({ means, dispatchedOn: localDate(on) }, { ...setting, ...change });
  expect(codeOf(attempt)).toBe(code);
});

function codeOf(attempt: () => void): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof CodedError) return error.code;
    throw error;
  }
}
