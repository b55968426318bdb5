import { saveFile } from './save-file.ts';

/** Cells a spreadsheet would run as a formula are made text. */
const FORMULA = /^[=+\-@\t\r]/;

/** CSV that Excel opens as Chinese: UTF-8 with a mark, CRLF, every cell quoted. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** Text handed to the browser as a CSV file. */
export function saveCsv(fileName: string, rows: readonly (readonly string[])[]): void {
  saveFile(fileName, new Blob([toCsv(rows)], { type: 'text/csv;charset=utf-8' }));
}

function quoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
