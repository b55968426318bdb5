import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Cell } from './cells.ts';

/** A sheet holds 1,048,576 rows; a longer list goes on in another. */
const SHEET_ROWS = 1_000_000;

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** XLSX written as it is read: texts stand in their cells and are never formulas. The first row is the heading. */
export async function* xlsxFile(pages: AsyncIterable<readonly (readonly Cell[])[]>): AsyncGenerator<Uint8Array> {
  const written: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    written.push(chunk);
  });
  const workbook = new Workbook(zip);
  for await (const rows of pages) {
    for (const row of rows) workbook.add(row);
    workbook.flush();
    yield* written.splice(0);
  }
  workbook.end();
  zip.end();
  yield* written.splice(0);
}

class Workbook {
  private heading: readonly Cell[] | null = null;
  private sheet: ZipDeflate | null = null;
  private sheets = 0;
  private rows = 0;
  private pending = '';

  constructor(private readonly zip: Zip) {}

  add(row: readonly Cell[]): void {
    this.heading ??= row;
    if (this.rows === SHEET_ROWS) this.endSheet();
    if (!this.sheet) this.beginSheet(this.heading);
    if (row === this.heading) return;
    this.write(row);
  }

  flush(): void {
    if (this.pending === '') return;
    this.sheet?.push(strToU8(this.pending));
    this.pending = '';
  }

  end(): void {
    if (!this.sheet) this.beginSheet([]);
    this.endSheet();
    const names = Array.from({ length: this.sheets }, (_, at) => at + 1);
    for (const [path, text] of Object.entries(packageParts(names))) this.part(path, text);
  }

  private beginSheet(heading: readonly Cell[]): void {
    this.sheets += 1;
    this.rows = 0;
    this.sheet = new ZipDeflate(`xl/worksheets/sheet${this.sheets}.xml`);
    this.zip.add(this.sheet);
    const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
    this.pending += `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>`;
    this.write(heading);
  }

  private write(row: readonly Cell[]): void {
    this.rows += 1;
    const cells = row.map((cell, at) => cellXml(cell, `${columnName(at)}${this.rows}`));
    this.pending += `<row r="${this.rows}">${cells.join('')}</row>`;
  }

  private endSheet(): void {
    this.sheet?.push(strToU8(`${this.pending}</sheetData></worksheet>`), true);
    this.pending = '';
    this.sheet = null;
  }

  private part(path: string, text: string): void {
    const file = new ZipDeflate(path);
    this.zip.add(file);
    file.push(strToU8(HEAD + text), true);
  }
}

/** A, B, … Z, AA, … */
function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

function cellXml(cell: Cell, place: string): string {
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(String(cell))}</t></is></c>`;
}

/** Characters XML cannot hold are left out; a rare character outside the first plane is kept whole. */
function escapeXml(text: string): string {
  const allowed = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
  return allowed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function packageParts(sheets: readonly number[]): Readonly<Record<string, string>> {
  const application = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = sheets.map(
    (at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${application}.worksheet+xml"/>`,
  );
  const relations = sheets.map(
    (at) => `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const entries = sheets.map((at) => `<sheet name="Sheet${at}" sheetId="${at}" r:id="rId${at}"/>`);
  return {
    '[Content_Types].xml': `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${application}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${entries.join('')}</sheets></workbook>`,
  };
}
