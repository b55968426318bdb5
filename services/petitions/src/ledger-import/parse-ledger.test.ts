import { readFileSync } from 'node:fs';
import { CodedError } from '@everyletter/kit/errors';
import { expect, test } from 'vitest';
import { parseLedger } from './parse-ledger.ts';

const HEADER = '序号,收件日期,渠道,信访人姓名,事由';
const parse = (text: string) => parseLedger(Buffer.from(text));

function refusalOf(file: Buffer): Record<string, unknown> {
  try {
    parseLedger(file);
  } catch (error) {
    if (error instanceof CodedError) return { code: error.code, ...error.details };
    throw error;
  }
  throw new Error('was accepted');
}

test('the untidy ledger of the demo has 401 rows in GB18030', () => {
  const ledger = parseLedger(readFileSync(new URL('../../demo/ledger-2026.csv', import.meta.url)));
  expect(ledger.encoding).toBe('GB18030');
  expect(ledger.records).toHaveLength(401);
  expect(ledger.records[0]?.line).toBe(2);
  expect(ledger.records[400]?.line).toBe(402);
});

test.each<[string, Buffer, Record<string, unknown>]>([
  ['nothing', Buffer.alloc(0), { code: 'LEDGER_EMPTY' }],
  ['a byte-order mark only', Buffer.from('\uFEFF'), { code: 'LEDGER_EMPTY' }],
  ['a workbook', Buffer.from('504b030414000600', 'hex'), { code: 'LEDGER_WRONG_FILE', reason: 'SPREADSHEET' }],
  ['a PDF', Buffer.from('%PDF-1.7\n'), { code: 'LEDGER_WRONG_FILE', reason: 'PDF' }],
  ['NUL in a text', Buffer.from(`${HEADER}\n\u0000`), { code: 'LEDGER_WRONG_FILE', reason: 'BINARY' }],
  ['UTF-16 without its mark', Buffer.from(HEADER, 'utf16le'), { code: 'LEDGER_WRONG_FILE', reason: 'BINARY' }],
  ['noise', Buffer.from('fffefdfc80', 'hex'), { code: 'LEDGER_ENCODING_UNKNOWN' }],
  ['a letter', Buffer.from('尊敬的检察官：\n您好。'), { code: 'LEDGER_HEADER_UNKNOWN' }],
  ['a header without rows', Buffer.from(`${HEADER}\r\n,,,,\r\n`), { code: 'LEDGER_HAS_NO_ROWS' }],
  ['no channel', Buffer.from('序号,收件日期,姓名,事由\n1,,,'), { code: 'LEDGER_COLUMNS_MISSING', columns: ['渠道'] }],
  ['two channels', Buffer.from(`${HEADER},渠道\n1`), { code: 'LEDGER_COLUMNS_REPEATED', columns: ['渠道'] }],
  ['a quote never closed', Buffer.from(`${HEADER}\n1,,,,\n2,"`), { code: 'LEDGER_QUOTES_BROKEN', line: 3 }],
  [
    'more than five megabytes',
    Buffer.alloc(5 * 1024 * 1024 + 1, 'a'),
    { code: 'LEDGER_TOO_LARGE', max: 5, unit: 'MB' },
  ],
  ['10,001 rows', Buffer.from(HEADER + '\n1,,,,'.repeat(10_001)), { code: 'LEDGER_TOO_MANY_ROWS', max: 10_000 }],
])('%s is refused as a whole', (_, file, refusal) => {
  expect(refusalOf(file)).toMatchObject({ field: 'file', ...refusal });
});

test('a title above the header, blank rows and line breaks in a cell keep the numbering of a spreadsheet', () => {
  const { records } = parse(`2026 年信访台账\r\n${HEADER}\r\n1,2026/1/1,来信,"王\r\n勤",事\r\n\r\n2,,,,\r\n`);
  expect(records.map(({ line, cells }) => [line, cells.name])).toEqual([
    [3, '王\r\n勤'],
    [5, ''],
  ]);
});

test.each([
  ['tabs', '\t'],
  ['semicolons', ';'],
])('%s between the cells are found by the header', (_, delimiter) => {
  const { records } = parse(`${HEADER}\n1,2026/1/1,来信,王勤,"一，二"`.replaceAll(',', delimiter));
  expect(records[0]?.cells).toMatchObject({ serial: '1', name: '王勤', subject: '一，二' });
});

test('a quote in the middle of a cell is a quote', () => {
  expect(parse(`${HEADER}\n1,2026/1/1,来信,王勤,反映"黑中介"问题`).records[0]?.cells.subject).toBe('反映"黑中介"问题');
});

test('a row with too many or too few cells says how many; empty ones at the end are none', () => {
  const widths = parse(`${HEADER}\n1,a,b,c,d,e\n2,a\n3,a,b,c,d,,`).records;
  expect(widths.map(({ width, expectedWidth }) => [width, expectedWidth])).toEqual([
    [6, 5],
    [2, 5],
    [5, 5],
  ]);
});
