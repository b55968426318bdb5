import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { wrongFileByBytes, wrongFileByText } from './file-kind.ts';

const TEXT = '信访人姓名\n曹𠮷';
const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8', Buffer.from(`\uFEFF${TEXT}`)],
  ['UTF-16LE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16BE', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ['GB18030', bytes('d0c5 b7c3 c8cb d0d5 c3fb 0a b2dc 9534b235')],
])('%s is read without its mark, outside the BMP too', (encoding, file) => {
  expect(decodeText(file)).toEqual({ text: TEXT, encoding });
});

test.each([
  ['half a character of GB 18030', bytes('d0c5 b7')],
  ['bytes of no encoding', bytes('ff ff ff')],
  ['half a code unit', bytes('fffe 4e')],
  ['a lone surrogate', bytes('fffe 00d8 4100')],
])('%s is no text', (_, file) => {
  expect(decodeText(file)).toBeNull();
});

test.each([
  ['a workbook', '504b0304 1400', 'SPREADSHEET'],
  ['an old workbook', 'd0cf11e0a1b11ae1', 'SPREADSHEET'],
  ['a PDF', '255044462d312e37', 'PDF'],
  ['a photograph', 'ffd8ffe0', 'IMAGE'],
  ['an archive', '1f8b0800', 'ARCHIVE'],
])('%s is known by its bytes', (_, start, kind) => {
  expect(wrongFileByBytes(bytes(start))).toBe(kind);
});

test('text is known by neither, a page saved as a sheet and NUL are', () => {
  expect([wrongFileByBytes(Buffer.from(TEXT)), wrongFileByText(TEXT)]).toEqual([null, null]);
  expect(wrongFileByText('\n<html><table>')).toBe('WEB_PAGE');
  expect(wrongFileByText('序号\u0000')).toBe('BINARY');
});
