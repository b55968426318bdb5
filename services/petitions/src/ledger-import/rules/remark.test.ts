import { expect, test } from 'vitest';
import { outcomeOf, type Remark, remarkWords } from './remark.ts';
import { REMARKS, type RemarkCode } from './remark-words.ts';

const of = (...codes: RemarkCode[]): Remark[] => codes.map((code) => ({ code, column: null }));

test.each<[string, Remark[], string]>([
  ['nothing to say', [], 'ACCEPTED'],
  ['repairs only', of('SPACES_REMOVED', 'WIDTH_CHANGED'), 'REPAIRED'],
  ['a warning beside a repair', of('SPACES_REMOVED', 'ID_NUMBER_CHECKSUM_WRONG'), 'WARNED'],
  ['a refusal beside everything', of('SPACES_REMOVED', 'BODY_MISSING', 'CHANNEL_UNKNOWN'), 'REFUSED'],
  ['an identical row', of('BODY_MISSING', 'ROW_REPEATED'), 'ALREADY_IMPORTED'],
  ['a row of an earlier import', of('ROW_ALREADY_IMPORTED'), 'ALREADY_IMPORTED'],
  ['an identical row that is refused', of('ROW_REPEATED', 'CHANNEL_UNKNOWN'), 'REFUSED'],
])('%s', (_, remarks, outcome) => {
  expect(outcomeOf(remarks)).toBe(outcome);
});

test('words are filled from the facts in both languages', () => {
  expect(remarkWords({ code: 'REPRESENTATIVES_TOO_MANY', column: 'note', facts: { named: 6, max: 5 } })).toEqual({
    zh: '代表 6 人，超过 5 人',
    en: '6 representatives, more than 5',
  });
});

test('both languages of a remark need the same facts', () => {
  const needs = (words: string) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
  for (const [code, { zh, en }] of Object.entries(REMARKS)) expect([code, needs(zh)]).toEqual([code, needs(en)]);
});
