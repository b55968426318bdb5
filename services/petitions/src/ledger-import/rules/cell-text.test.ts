import { expect, test } from 'vitest';
import { asPlainText, atMost, halfWidth, readCell } from './cell-text.ts';

test.each([
  ['=', '=HYPERLINK("http://example.invalid","点击")'],
  ['+', '+1'],
  ['-', '-1+1|cmd'],
  ['@', '@SUM(A1)'],
  ['a full-width sign', '＝1+1'],
])('text that begins with %s stays as it is and says so', (_, written) => {
  const reading = asPlainText(readCell(written, 'body', 'TEXT'), 'body');
  expect(reading).toEqual({ value: written, remarks: [{ code: 'FORMULA_AS_TEXT', column: 'body' }] });
});

test('the apostrophe a spreadsheet puts before a formula goes, so that a ledger exported again reads the same', () => {
  expect(asPlainText(readCell("'=1+1", 'body'), 'body').value).toBe('=1+1');
});

test.each(['来件人反映：不服', '1-2', "'引用'"])('%s is no formula', (written) => {
  expect(asPlainText(readCell(written, 'body'), 'body')).toEqual({ value: written, remarks: [] });
});

test.each(['-', '—', '/', '／', '无', '空', 'null', 'N/A'])(
  'the placeholder %s is read as empty and says so',
  (written) => {
    expect(readCell(written, 'phone')).toEqual({
      value: '',
      remarks: [{ code: 'PLACEHOLDER_EMPTIED', column: 'phone' }],
    });
  },
);

test('line breaks stay in a text and become a space in a line', () => {
  expect(readCell('一\n二', 'body', 'TEXT')).toEqual({ value: '一\n二', remarks: [] });
  expect(readCell('一\r\n二', 'address')).toEqual({
    value: '一 二',
    remarks: [{ code: 'LINE_BREAKS_REMOVED', column: 'address' }],
  });
});

test('invisible characters go and are counted', () => {
  expect(readCell('\uFEFF王\u200B勤\u200B', 'name')).toEqual({
    value: '王勤',
    remarks: [{ code: 'HIDDEN_CHARACTERS_REMOVED', column: 'name', facts: { count: 3 } }],
  });
});

test('Chinese punctuation without a half-width form stays, the rest is narrowed', () => {
  expect(halfWidth({ value: '１２、３。（Ａ）', remarks: [] }, 'phone').value).toBe('12、3。(A)');
});

test('length is counted in characters, not in code units', () => {
  expect(atMost({ value: '𠮷𠮷', remarks: [] }, 'name', 2).value).toBe('𠮷𠮷');
  expect(atMost({ value: '𠮷𠮷𠮷', remarks: [] }, 'name', 2)).toEqual({
    value: '',
    remarks: [{ code: 'TEXT_TOO_LONG', column: 'name', facts: { max: 2 } }],
  });
});
