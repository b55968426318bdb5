import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, pageSize, toConnection } from './paging.ts';

test.each([0, -1, 101, 2 ** 31, 1.5, Number.NaN])('a page of %d rows is refused', (first) => {
  expect(() => pageSize(first)).toThrow('PAGE_SIZE_INVALID');
});

test.each([1, 100])('a page of %d rows is allowed', (first) => {
  expect(pageSize(first)).toBe(first);
});

describe('a cursor', () => {
  test('gives back the sort key it was made from', () => {
    expect(decodeCursor(encodeCursor(['2026-11-23', 17]), 2)).toEqual(['2026-11-23', 17]);
  });

  test.each(['', 'x', '!!!', encodeCursor(['2026-11-23']), Buffer.from('{"a":1}').toString('base64url')])(
    '%j is refused',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrow('CURSOR_INVALID');
    },
  );
});

describe('a page', () => {
  const keyOf = (row: number) => [row];

  test('with a look-ahead row has a next page and does not show that row', () => {
    const page = toConnection([1, 2, 3], 2, keyOf);
    expect(page.edges.map(({ node }) => node)).toEqual([1, 2]);
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: encodeCursor([2]) });
  });

  test('without rows has no cursor', () => {
    expect(toConnection([], 2, keyOf).pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });
});
