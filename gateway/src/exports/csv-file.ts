import { stringify } from 'csv-stringify/sync';
import type { Cell } from './cells.ts';

/** CSV a spreadsheet opens as Chinese: UTF-8 with its mark, CRLF, nothing taken for a formula. */
export async function* csvFile(pages: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const rows of pages) {
    const text = stringify([...rows], { bom: isFirst, escape_formulas: true, record_delimiter: 'windows' });
    isFirst = false;
    yield Buffer.from(text);
  }
}
