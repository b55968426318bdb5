import { expect, test } from 'vitest';
import { searchTerm } from './search-term.ts';

test.each([
  ['王勤', { kind: 'NAME', fragment: '王勤' }],
  ['曹𠮷', { kind: 'NAME', fragment: '曹𠮷' }],
  ['139 0000 0017', { kind: 'PHONE', digits: '13900000017' }],
  ['62550000', { kind: 'PHONE', digits: '62550000' }],
  ['11010819671127397x', { kind: 'ID_NUMBER', idNumber: '11010819671127397X' }],
  ['00017', { kind: 'NUMBER', part: '00017' }],
  ['海检控申〔2026〕00017号', { kind: 'NUMBER', part: '海检控申〔2026〕00017号' }],
  ['[2026]', { kind: 'NUMBER', part: '〔2026〕' }],
  ['王', null],
  ['  ', null],
])('%j', (text, term) => {
  expect(searchTerm(text)).toEqual(term);
});
