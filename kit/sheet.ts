import { CsvError, parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { InvalidInputError, InvalidSpreadsheetError, readSheet as readWorkbookRows } from 'read-excel-file/node';
import { decodeText, type TextEncoding } from './decode-text.ts';
import { Invalid } from './errors.ts';
import { wrongFileByBytes, wrongFileByText } from './file-kind.ts';

/** Every refusal of a file as a whole. */
export const SHEET_CODES = [
  'SHEET_COLUMNS_MISSING',
  'SHEET_COLUMNS_REPEATED',
  'SHEET_EMPTY',
  'SHEET_ENCODING_UNKNOWN',
  'SHEET_HAS_NO_ROWS',
  'SHEET_HEADER_UNKNOWN',
  'SHEET_QUOTES_BROKEN',
  'SHEET_TOO_LARGE',
  'SHEET_TOO_MANY_ROWS',
  'SHEET_WRONG_FILE',
] as const;

export interface SheetColumn {
  /** As offices head it, the first one best; spaces, width and a note in brackets do not matter. */
  readonly titles: readonly [string, ...string[]];
  readonly required?: boolean;
}

/** What a file must look like to be read. */
export interface SheetLayout<Column extends string> {
  readonly columns: Readonly<Record<Column, SheetColumn>>;
  readonly maxRows: number;
  readonly maxMegabytes: number;
}

export interface SheetRow<Column extends string> {
  /** As a spreadsheet numbers it. */
  readonly line: number;
  /** Trimmed text of every column, empty where the row or the file has none; a formula stays its text or its result. */
  readonly cells: Readonly<Record<Column, string>>;
}

export interface Sheet<Column extends string> {
  readonly encoding: TextEncoding | 'XLSX';
  readonly rows: readonly SheetRow<Column>[];
  /** Titles of the header that mean nothing here; their cells are left out. */
  readonly unknownTitles: readonly string[];
}

const FIELD = 'file';
/** The header may stand below a title and a line of remarks. */
const HEADER_WITHIN = 10;
const DELIMITERS = [',', '\t', ';'] as const;
/** A workbook unpacks to so many times its size at most: what unpacks to more was made to do harm. */
const MAX_UNPACKED = 40;

type Table = readonly (readonly string[])[];

/**
 * A table of CSV (UTF-8 with or without mark, UTF-16, GB 18030; comma, tab or semicolon) or the first sheet of a
 * workbook (.xlsx), told by content and never by name. Rows without a single character are left out. Nothing of the
 * file is repeated in a refusal.
 * @throws Invalid one of {@link SHEET_CODES}
 */
export async function readSheet<Column extends string>(
  file: Uint8Array,
  layout: SheetLayout<Column>,
): Promise<Sheet<Column>> {
  if (file.length === 0) throw refused('SHEET_EMPTY');
  if (file.length > layout.maxMegabytes * 1024 * 1024) {
    throw refused('SHEET_TOO_LARGE', { max: layout.maxMegabytes, unit: 'MB' });
  }
  if (isWorkbook(file)) {
    const table = await readWorkbook(file, layout.maxMegabytes);
    return { encoding: 'XLSX', ...rowsBelowHeader(table, layout) };
  }
  const { text, encoding } = readText(file);
  return { encoding, ...rowsBelowHeader(bestTable(text, layout), layout) };
}

function isWorkbook(file: Uint8Array): boolean {
  return wrongFileByBytes(file) === 'SPREADSHEET' && file[0] === 0x50;
}

async function readWorkbook(file: Uint8Array, maxMegabytes: number): Promise<Table> {
  let bytes = 0;
  try {
    unzipSync(file, {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        return false;
      },
    });
  } catch {
    throw refused('SHEET_WRONG_FILE', { reason: 'ARCHIVE' });
  }
  if (bytes > maxMegabytes * 1024 * 1024 * MAX_UNPACKED) {
    throw refused('SHEET_TOO_LARGE', { max: maxMegabytes, unit: 'MB' });
  }
  try {
    // Numbers as they are written: a staff number with a zero in front, or longer than a double, is text.
    const rows = await readWorkbookRows<string>(Buffer.from(file), { parseNumber: (text) => text });
    return rows.map((cells) => cells.map(cellText));
  } catch (error) {
    if (!(error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)) throw error;
    throw refused('SHEET_WRONG_FILE', { reason: 'ARCHIVE' });
  }
}

/** A date of a workbook is its day. */
function cellText(cell: unknown): string {
  if (cell === null) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

function readText(file: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  const byBytes = wrongFileByBytes(file);
  if (byBytes) throw refused('SHEET_WRONG_FILE', { reason: byBytes });
  const decoded = decodeText(file);
  if (!decoded && file.includes(0)) throw refused('SHEET_WRONG_FILE', { reason: 'BINARY' });
  if (!decoded) throw refused('SHEET_ENCODING_UNKNOWN');
  const byText = wrongFileByText(decoded.text);
  if (byText) throw refused('SHEET_WRONG_FILE', { reason: byText });
  if (decoded.text.trim() === '') throw refused('SHEET_EMPTY');
  return decoded;
}

/** By the delimiter under which most columns are known. */
function bestTable<Column extends string>(text: string, layout: SheetLayout<Column>): Table {
  const known = (table: Table) => Math.max(0, ...table.slice(0, HEADER_WITHIN).map((row) => knownIn(row, layout).size));
  const tops = DELIMITERS.map((delimiter) => ({ delimiter, known: known(parseCsv(text, delimiter, HEADER_WITHIN)) }));
  const best = tops.reduce((one, other) => (other.known > one.known ? other : one));
  return parseCsv(text, best.delimiter);
}

/** A quote in the middle of a cell is a quote; one that is never closed would swallow the rest. */
function parseCsv(text: string, delimiter: string, to?: number): Table {
  try {
    return parse(text, { delimiter, relax_quotes: true, relax_column_count: true, ...(to ? { to } : {}) });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused('SHEET_QUOTES_BROKEN', { line: Number(error.records ?? 0) + 1 });
  }
}

type Below<Column extends string> = Pick<Sheet<Column>, 'rows' | 'unknownTitles'>;

function rowsBelowHeader<Column extends string>(table: Table, layout: SheetLayout<Column>): Below<Column> {
  const names = Object.keys(layout.columns) as Column[];
  const counts = table.slice(0, HEADER_WITHIN).map((row) => knownIn(row, layout).size);
  const at = counts.indexOf(Math.max(0, ...counts));
  const header = table[at] ?? [];
  const positions = knownIn(header, layout);
  if (positions.size === 0) throw refused('SHEET_HEADER_UNKNOWN', { columns: titlesOf(names, layout) });
  checkHeader(header, positions, layout);
  const rows = table
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line, cells: pick(cells, names, positions) }));
  if (rows.length === 0) throw refused('SHEET_HAS_NO_ROWS');
  if (rows.length > layout.maxRows) throw refused('SHEET_TOO_MANY_ROWS', { max: layout.maxRows });
  const unknownTitles = header.map((title) => title.trim()).filter((title) => title && !columnOf(title, layout));
  return { rows, unknownTitles };
}

function checkHeader<Column extends string>(
  header: readonly string[],
  positions: ReadonlyMap<Column, number>,
  layout: SheetLayout<Column>,
): void {
  const names = Object.keys(layout.columns) as Column[];
  const missing = names.filter((name) => layout.columns[name].required && !positions.has(name));
  if (missing.length > 0) throw refused('SHEET_COLUMNS_MISSING', { columns: titlesOf(missing, layout) });
  const all = header.map((title) => columnOf(title, layout));
  const repeated = names.filter((name) => all.indexOf(name) !== all.lastIndexOf(name));
  if (repeated.length > 0) throw refused('SHEET_COLUMNS_REPEATED', { columns: titlesOf(repeated, layout) });
}

function pick<Column extends string>(
  cells: readonly string[],
  names: readonly Column[],
  positions: ReadonlyMap<Column, number>,
): Record<Column, string> {
  const cellOf = (name: Column) => (cells[positions.get(name) ?? -1] ?? '').trim();
  return Object.fromEntries(names.map((name) => [name, cellOf(name)])) as Record<Column, string>;
}

/** Where each known column stands in the row. */
function knownIn<Column extends string>(row: readonly string[], layout: SheetLayout<Column>): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [at, title] of row.entries()) {
    const column = columnOf(title, layout);
    if (column && !found.has(column)) found.set(column, at);
  }
  return found;
}

function columnOf<Column extends string>(title: string, { columns }: SheetLayout<Column>): Column | undefined {
  const meant = plainTitle(title);
  const names = Object.keys(columns) as Column[];
  return names.find((name) => columns[name].titles.some((known) => plainTitle(known) === meant));
}

/** Without spaces, a star, or a note in brackets: “姓 名*（必填）” is “姓名”. */
function plainTitle(title: string): string {
  const half = title.normalize('NFKC').replaceAll(/[\s*]/gu, '').toLowerCase();
  return half.replace(/\(.*\)$/u, '');
}

function titlesOf<Column extends string>(names: readonly Column[], { columns }: SheetLayout<Column>): string[] {
  return names.map((name) => columns[name].titles[0]);
}

function refused(code: (typeof SHEET_CODES)[number], details: Invalid['details'] = {}): Invalid {
  return new Invalid(code, { field: FIELD, ...details });
}
