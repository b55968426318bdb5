import { CodedError } from '@everyletter/kit/errors';
import { expect, test } from 'vitest';
import { checkDay } from './day-order.ts';

test.each([
  ['2026-11-23', '2026-11-01', null],
  ['2026-11-01', '2026-11-01', null],
  ['1999-01-01', null, null],
  ['2026-11-24', '2026-11-01', 'DAY_IN_FUTURE'],
  ['2026-10-31', '2026-11-01', 'DAY_TOO_EARLY'],
])('%s, not before %s, on 2026-11-23: %s', (day, from, code) => {
  let refused: unknown = null;
  try {
    checkDay({ field: 'signedOn', day, from, today: '2026-11-23' });
  } catch (error) {
    refused = error instanceof CodedError ? error.code : error;
  }
  expect(refused).toBe(code);
});
