import { expect, test } from 'vitest';
import { searchTerm } from './search-term.ts';

test.each([
  ['王勤', { kind: 'WORDS', fragment: '王勤', initials: null, words: ['王勤'] }],
  ['曹𠮷', { kind: 'WORDS', fragment: '曹𠮷', initials: null, words: ['曹𠮷'] }],
  ['WQ', { kind: 'WORDS', fragment: 'WQ', initials: 'wq', words: ['wq'] }],
  ['w q', { kind: 'WORDS', fragment: 'w q', initials: 'wq', words: [] }],
  ['拆迁 补偿款。', { kind: 'WORDS', fragment: '拆迁 补偿款。', initials: null, words: ['拆迁', '补偿款'] }],
  ['账号', { kind: 'WORDS', fragment: '账号', initials: null, words: ['账号'] }],
  ['139 0000 0017', { kind: 'PHONE', digits: '13900000017' }],
  ['62550000', { kind: 'PHONE', digits: '62550000' }],
  ['11010819671127397x', { kind: 'ID_NUMBER', idNumber: '11010819671127397X' }],
  ['00017', { kind: 'NUMBER', part: '00017', rare: true }],
  ['海检控申〔2026〕00017号', { kind: 'NUMBER', part: '海检控申〔2026〕00017号', rare: true }],
  ['[2026]', { kind: 'NUMBER', part: '〔2026〕', rare: false }],
  ['17', { kind: 'NUMBER', part: '17', rare: false }],
  ['2026〕01', { kind: 'NUMBER', part: '2026〕01', rare: false }],
  ['0017号', { kind: 'NUMBER', part: '0017号', rare: true }],
  ['王', null],
  ['[', null],
  ['号', null],
  ['  ', null],
])('%j', (text, term) => {
  expect(searchTerm(text)).toEqual(term);
});
