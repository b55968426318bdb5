import { expect, test } from 'vitest';
import { writtenCode } from './written-code.ts';

test('a code is of groups of five that nobody misreads, and no two are alike', () => {
  expect(writtenCode(4)).toMatch(/^(?:[a-hj-kmnp-z2-9]{5}-){3}[a-hj-kmnp-z2-9]{5}$/);
  expect(new Set(Array.from({ length: 100 }, () => writtenCode(2))).size).toBe(100);
});
