import { expect, test } from 'vitest';
import { fairShares } from './fair-share.ts';

const load = (firmId: string, lawyerDays: number, planned: number) => ({ firmId, lawyerDays, planned, served: 0 });
const range = (loads: Parameters<typeof fairShares>[0]) => fairShares(loads).map((one) => [one.fairFrom, one.fairTo]);

test.each<[string, ReturnType<typeof load>[], number[][]]>([
  [
    'an even load divides evenly',
    [load('a', 60, 10), load('b', 60, 0)],
    [
      [5, 5],
      [5, 5],
    ],
  ],
  [
    'a firm with twice the lawyers owes twice as much',
    [load('a', 60, 3), load('b', 30, 0)],
    [
      [2, 2],
      [1, 1],
    ],
  ],
  [
    'whoever joined late owes less, and half-days do not divide',
    [load('a', 30, 7), load('b', 10, 0)],
    [
      [5, 6],
      [1, 2],
    ],
  ],
  [
    'a firm without a lawyer in service owes nothing',
    [load('a', 30, 4), load('b', 0, 0)],
    [
      [4, 4],
      [0, 0],
    ],
  ],
  ['nobody in service, nothing owed', [load('a', 0, 0)], [[0, 0]]],
])('%s', (_, loads, ranges) => {
  expect(range(loads)).toEqual(ranges);
});
