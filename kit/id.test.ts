import { expect, test } from 'vitest';
import { isId, newId } from './id.ts';

test('ids sort by the time they were made for', () => {
  const early = newId(new Date('2016-03-01T00:00:00Z'));
  const late = newId(new Date('2026-11-23T00:00:00Z'));
  expect(early < late).toBe(true);
  expect([isId(early), isId(late), early[14]]).toEqual([true, true, '7']);
});

test.each(['', 'x', '01900000-0000-7000-8000-00000000000', '01900000-0000-7000-8000-00000000000G'])(
  '%j is no id',
  (text) => {
    expect(isId(text)).toBe(false);
  },
);

test('ids of one millisecond sort in the order they were made', () => {
  const at = new Date('2026-11-23T04:00:00Z');
  const made = Array.from({ length: 20_000 }, () => newId(at));
  expect([...made].sort()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});
