import { expect, test } from 'vitest';
import { cleanText } from './text.ts';

const limits = { field: 'name', max: 50 };

test.each([
  ['a NUL', '王\u0000勤', 'TEXT_HAS_NUL'],
  ['a lone surrogate', '王\ud842', 'TEXT_NOT_UNICODE'],
  ['a bidi override', '王\u202e勤', 'TEXT_HAS_HIDDEN_CHARACTERS'],
  ['a zero-width space', '王\u200b勤', 'TEXT_HAS_HIDDEN_CHARACTERS'],
  ['51 characters', '王'.repeat(51), 'TEXT_TOO_LONG'],
])('%s is refused', (_, text, code) => {
  expect(() => cleanText(text, limits)).toThrow(code);
});

test('an empty text is refused where one is required', () => {
  expect(() => cleanText('  ', { ...limits, min: 1 })).toThrow('TEXT_TOO_SHORT');
});

test.each(['曹𠮷', '谢㛃', '阿卜杜拉·买买提', '𠮷'.repeat(50)])('%s passes unchanged', (name) => {
  expect(cleanText(name, limits)).toBe(name);
});

test('text is normalised to NFC', () => {
  expect(cleanText('e\u0301', limits)).toBe('é');
});
