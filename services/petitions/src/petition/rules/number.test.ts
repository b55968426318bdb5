import { expect, test } from 'vitest';
import { petitionNumber } from './number.ts';

test.each([
  [17, '海检控申〔2026〕00017号'],
  [99_999, '海检控申〔2026〕99999号'],
  [100_000, '海检控申〔2026〕100000号'],
])('the %i-th of the year is %s', (sequence, number) => {
  expect(petitionNumber('海检控申', 2026, sequence)).toBe(number);
});
