import { expect, test } from 'vitest';
import { LEDGER_COLUMN_NAMES, LEDGER_COLUMNS, readHeader } from './ledger-column.ts';

const ALL = LEDGER_COLUMN_NAMES.map((column) => LEDGER_COLUMNS[column].title);

test('the fifteen columns of the ledger are found in any order', () => {
  const backwards = readHeader(ALL.toReversed());
  expect(backwards.positions.size).toBe(15);
  expect(backwards.positions.get('serial')).toBe(14);
  expect(backwards.positions.get('note')).toBe(0);
  expect(backwards).toMatchObject({ missing: [], repeated: [], ignored: [] });
});

test('the four required columns are named when missing', () => {
  expect(readHeader(['序号', '备注']).missing).toEqual(['receivedOn', 'channel', 'name', 'subject']);
  expect(readHeader(ALL.filter((title) => title !== '渠道')).missing).toEqual(['channel']);
});

test('a column written twice is named, also when the second goes by an alias', () => {
  expect(readHeader([...ALL, '渠道', '姓名']).repeated).toEqual(['channel', 'name']);
});

test('a column we do not know is left out by name, and an empty header says nothing', () => {
  expect(readHeader([...ALL, '经办人', '']).ignored).toEqual(['经办人']);
});

test.each([
  ['with spaces', ' 收件 日期　', 'receivedOn'],
  ['with a mark of obligation', '*收件日期', 'receivedOn'],
  ['with a hint in brackets', '人数（人）', 'peopleCount'],
  ['with a line break', '联系\n电话', 'phone'],
  ['by an alias', '手机号码', 'phone'],
])('a header %s is understood', (_, header, column) => {
  expect([...readHeader([header]).positions.keys()]).toEqual([column]);
});

test('no header means two columns', () => {
  const headers = LEDGER_COLUMN_NAMES.flatMap((name) => [LEDGER_COLUMNS[name].title, ...LEDGER_COLUMNS[name].aliases]);
  expect(new Set(headers).size).toBe(headers.length);
});
