/** Why a file can be no table of text. */
export type WrongFile = 'SPREADSHEET' | 'ARCHIVE' | 'PDF' | 'IMAGE' | 'WEB_PAGE' | 'RICH_TEXT' | 'BINARY';

/** First bytes by which a program marks its files; a workbook (.xlsx) is an archive by its bytes. */
const SIGNATURES: readonly (readonly [string, WrongFile])[] = [
  ['504b0304', 'SPREADSHEET'],
  ['504b0506', 'ARCHIVE'],
  ['d0cf11e0a1b11ae1', 'SPREADSHEET'],
  ['526172211a07', 'ARCHIVE'],
  ['377abcaf271c', 'ARCHIVE'],
  ['1f8b', 'ARCHIVE'],
  ['25504446', 'PDF'],
  ['89504e47', 'IMAGE'],
  ['ffd8ff', 'IMAGE'],
  ['47494638', 'IMAGE'],
  ['49492a00', 'IMAGE'],
  ['4d4d002a', 'IMAGE'],
  ['424d', 'IMAGE'],
  ['7b5c727466', 'RICH_TEXT'],
  ['7f454c46', 'BINARY'],
  ['4d5a90', 'BINARY'],
];

/** By content and never by name; `null` when nothing speaks against a text file. */
export function wrongFileByBytes(bytes: Uint8Array): WrongFile | null {
  const start = [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return SIGNATURES.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

/** What only shows in the decoded text: a page saved as a sheet, or bytes that are no text. */
export function wrongFileByText(text: string): WrongFile | null {
  if (text.includes('\u0000')) return 'BINARY';
  return /^\s*<(?:!doctype|html|\?xml|table|meta)/iu.test(text) ? 'WEB_PAGE' : null;
}
