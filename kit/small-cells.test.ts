import { expect, test } from 'vitest';
import { toldMonths, withholdSmallCells } from './small-cells.ts';

test.each<[string, number[], (number | null)[]]>([
  ['nothing small', [5, 9, 30], [5, 9, 30]],
  ['small ones that hide each other', [3, 40, 4, 20], [null, 40, null, 20]],
  ['a single small one takes the next larger with it', [2, 40, 20], [null, 40, null]],
  ['empty ones hide nobody and are told', [0, 2, 40, 20], [0, null, 40, null]],
  ['a single small one among empty ones: none is told', [0, 4, 0], [null, null, null]],
  ['everything small', [1, 0, 2], [null, null, null]],
  ['no cell', [], []],
])('%s', (_, values, shown) => {
  expect(withholdSmallCells(values, 5)).toEqual(shown);
});

/** Every run of months, as a reporter may ask for them one after the other. */
function* runsOf(count: number): Generator<[number, number]> {
  for (let from = 0; from < count; from += 1) for (let to = from + 1; to <= count; to += 1) yield [from, to];
}

test('no two periods subtracted from one another tell a month that is withheld', () => {
  const months = [
    [12, 3, 9, 0],
    [11, 2, 8, 7],
    [10, 6, 30, 1],
    [0, 5, 14, 9],
  ];
  const cells = months.map((values) => withholdSmallCells(values, 5));
  const sumOf = (from: number, to: number, group: number) => {
    const told = toldMonths(months.slice(from, to), 5);
    return told.reduce((sum, groups, at) => sum + (groups[group] ? (months[from + at]?.[group] ?? 0) : 0), 0);
  };
  for (const [from, to] of runsOf(months.length)) {
    for (const group of [0, 1, 2, 3]) {
      const longer = sumOf(from, to, group);
      expect(longer - sumOf(from, to - 1, group)).toBe(cells[to - 1]?.[group] ?? 0);
      expect(longer - sumOf(from + 1, to, group)).toBe(cells[from]?.[group] ?? 0);
    }
  }
});
