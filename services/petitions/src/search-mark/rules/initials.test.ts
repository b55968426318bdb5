import { expect, test } from 'vitest';
import { type Initials, initialPairs, initialsFit } from './initials.ts';

const SHAN_XIAO_YAN: Initials = [['s', 'd'], ['x'], ['y']];

test('pairs are made in every reading', () => {
  expect(initialPairs(SHAN_XIAO_YAN)).toEqual(['sx', 'dx', 'xy']);
  expect(initialPairs([['s']])).toEqual([]);
});

test.each([
  ['sxy', true],
  ['dxy', true],
  ['xy', true],
  ['sy', false],
  ['sxyz', false],
])('单小燕 is found by %s: %s', (letters, found) => {
  expect(initialsFit(SHAN_XIAO_YAN, letters)).toBe(found);
});
