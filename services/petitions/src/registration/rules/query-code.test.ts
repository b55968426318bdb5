import { expect, test } from 'vitest';
import { codeFrom, readCode } from './query-code.ts';

test('a code is three groups of four', () => {
  expect(codeFrom(Uint8Array.from({ length: 16 }, (_, at) => at * 7))).toBe('07EN-W3AH-RZ6D');
});

test.each([
  ['as printed', '07EN-W3AH-RZ6D', '07EN-W3AH-RZ6D'],
  ['small, with spaces', ' 07en w3ah rz6d ', '07EN-W3AH-RZ6D'],
  ['with the letters O and L for the digits', 'O7ENW3AHRZ6L', '07EN-W3AH-RZ61'],
  ['too short', '07EN-W3AH', null],
  ['with a letter that is in no code', '07EN-W3AH-RZ6U', null],
])('a code typed %s is read', (_, typed, code) => {
  expect(readCode(typed)).toBe(code);
});
