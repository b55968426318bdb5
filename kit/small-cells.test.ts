import { expect, test } from 'vitest';
import { withholdSmallCells } from './small-cells.ts';

test.each<[string, number[], (number | null)[]]>([
  ['nothing small', [5, 9, 30], [5, 9, 30]],
  ['small ones that hide each other', [3, 40, 4, 20], [null, 40, null, 20]],
  ['a single small one takes the next larger with it', [2, 40, 20], [null, 40, null]],
  ['empty and small ones alone would add up to a small number', [0, 2, 40, 20], [null, null, 40, null]],
  ['everything small', [1, 0, 2], [null, null, null]],
  ['no cell', [], []],
])('%s', (_, values, shown) => {
  expect(withholdSmallCells(values, 5)).toEqual(shown);
});
