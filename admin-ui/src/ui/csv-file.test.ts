import { expect, test } from 'vitest';
import { toCsv } from './csv-file.ts';

test('Excel opens the file as Chinese', () => {
  expect(toCsv([['编号', '事由']])).toBe('\uFEFF"编号","事由"\r\n');
});

test.each(['=1+1', '+86', '-2', '@SUM(A1)', '\tx'])('%j is text, never a formula', (cell) => {
  expect(toCsv([[cell]])).toBe(`\uFEFF"'${cell}"\r\n`);
});

test('a quotation mark or a comma stays inside its cell', () => {
  expect(toCsv([['说"不", 再来']])).toBe('\uFEFF"说""不"", 再来"\r\n');
});
