import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet, type SheetLayout } from './sheet.ts';

const layout: SheetLayout<'name' | 'number' | 'title'> = {
  columns: {
    name: { titles: ['姓名', 'Name'], required: true },
    number: { titles: ['工号'], required: true },
    title: { titles: ['职务', '职务职级'] },
  },
  maxRows: 3,
  maxMegabytes: 1,
};
const PEOPLE = '姓名,工号,职务\n林静,001,书记员\n';
const read = (text: string | Uint8Array) => readSheet(typeof text === 'string' ? Buffer.from(text) : text, layout);
const first = { line: 2, cells: { name: '林静', number: '001', title: '书记员' } };

/** The least a workbook needs; `rows` is the XML of its one sheet. */
function workbook(rows: string): Uint8Array {
  const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const related = (type: string, target: string) =>
    `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const files = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets><sheet name="人员" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${spreadsheet}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1">${text('A1', '姓名')}${text('B1', '工号')}</row>`;

test.each([
  ['UTF-8', Buffer.from(PEOPLE)],
  ['UTF-8', Buffer.from(`\uFEFF${PEOPLE}`)],
  ['UTF-16LE', Buffer.from(`\uFEFF${PEOPLE}`, 'utf16le')],
  ['UTF-8', Buffer.from(PEOPLE.replaceAll(',', '\t'))],
  ['UTF-8', Buffer.from(PEOPLE.replaceAll(',', ';'))],
])('a table in %s is read', async (encoding, file) => {
  expect(await read(file)).toEqual({ encoding, rows: [first], unknownTitles: [] });
});

test('GB 18030 is read without its being said', async () => {
  const gb = Buffer.from('d0d5c3fb2cb9a4bac50ac1d6beb22c3030310a', 'hex');
  expect(await read(gb)).toMatchObject({ encoding: 'GB18030', rows: [{ cells: { name: '林静', number: '001' } }] });
});

test('a header is found below a title, by its other names, and what it says more is named', async () => {
  const { rows, unknownTitles } = await read(
    '人员名册,,\n 姓 名*（必填）,工号,职务职级,血型\n林静,001,书记员,A\n,,,\n',
  );
  expect(rows).toEqual([{ ...first, line: 3 }]);
  expect(unknownTitles).toEqual(['血型']);
});

test('what looks like a formula stays the text it is', async () => {
  const { rows } = await read('姓名,工号\n"=HYPERLINK(""http://x"")",+86\n');
  expect(rows[0]?.cells).toEqual({ name: '=HYPERLINK("http://x")', number: '+86', title: '' });
});

test('a workbook keeps zeros in front, long numbers and the line a row stands on', async () => {
  const number = '<c r="B3"><v>0012345678901234567890</v></c>';
  const file = workbook(`${HEADER}<row r="3">${text('A3', ' 曹𠮷 ')}${number}</row>`);
  expect(await read(file)).toMatchObject({
    encoding: 'XLSX',
    rows: [{ line: 3, cells: { name: '曹𠮷', number: '0012345678901234567890', title: '' } }],
  });
});

describe('a file is refused as a whole when', () => {
  test.each([
    ['it is empty', '', 'SHEET_EMPTY', {}],
    ['it holds only spaces', ' \n ', 'SHEET_EMPTY', {}],
    ['it is too large', 'x'.repeat(1024 * 1024 + 1), 'SHEET_TOO_LARGE', { max: 1, unit: 'MB' }],
    ['no column is known', '甲,乙\n1,2\n', 'SHEET_HEADER_UNKNOWN', { columns: ['姓名', '工号', '职务'] }],
    ['a column is missing', '姓名\n林静\n', 'SHEET_COLUMNS_MISSING', { columns: ['工号'] }],
    ['a column is there twice', '姓名,工号,Name\n林静,1,静\n', 'SHEET_COLUMNS_REPEATED', { columns: ['姓名'] }],
    ['nothing stands below the header', '姓名,工号\n,\n', 'SHEET_HAS_NO_ROWS', {}],
    ['it has too many rows', `姓名,工号\n${'林静,1\n'.repeat(4)}`, 'SHEET_TOO_MANY_ROWS', { max: 3 }],
    ['a quote is never closed', '姓名,工号\n"林静,1\n', 'SHEET_QUOTES_BROKEN', {}],
    ['it is a PDF', '%PDF-1.7', 'SHEET_WRONG_FILE', { reason: 'PDF' }],
    ['it is a web page', '<html><table>', 'SHEET_WRONG_FILE', { reason: 'WEB_PAGE' }],
  ])('%s', async (_, file, code, details) => {
    await expect(read(file)).rejects.toMatchObject({ kind: 'INVALID', code, details: { field: 'file', ...details } });
  });

  test.each([
    ['its bytes are no text', Buffer.from('ffffff', 'hex'), 'SHEET_ENCODING_UNKNOWN'],
    ['it is an archive of something else', zipSync({ a: strToU8('b') }), 'SHEET_WRONG_FILE'],
    ['it only begins like a workbook', Buffer.from('504b03040000', 'hex'), 'SHEET_WRONG_FILE'],
    ['it unpacks to very much more', zipSync({ a: new Uint8Array(41 * 1024 * 1024) }, { level: 1 }), 'SHEET_TOO_LARGE'],
  ])('%s', async (_, file, code) => {
    await expect(read(file)).rejects.toMatchObject({ kind: 'INVALID', code });
  });
});
