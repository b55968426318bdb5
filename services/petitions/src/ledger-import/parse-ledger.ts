import { decodeText, type TextEncoding } from '@everyletter/kit/decode-text';
import { Invalid } from '@everyletter/kit/errors';
import { wrongFileByBytes, wrongFileByText } from '@everyletter/kit/file-kind';
import { CsvError, parse } from 'csv-parse/sync';
import {
  columnTitle,
  LEDGER_COLUMN_NAMES,
  type LedgerColumn,
  type LedgerHeader,
  readHeader,
} from './rules/ledger-column.ts';
import type { LedgerRecord } from './rules/read-ledger.ts';

/** Of a file, and rows of it. An office's ledger of one year is a hundredth of either. */
const MAX_MEGABYTES = 5;
const MAX_ROWS = 10_000;
/** The header may stand below a title and a line of remarks. */
const HEADER_WITHIN = 10;
const DELIMITERS = [',', '\t', ';'] as const;
const FIELD = 'file';

export interface ParsedLedger {
  readonly encoding: TextEncoding;
  readonly records: readonly LedgerRecord[];
}

/**
 * The file as rows of cells, or one refusal of the file as a whole; nothing of the file is repeated in it.
 * @throws Invalid `LEDGER_EMPTY`, `LEDGER_TOO_LARGE`, `LEDGER_WRONG_FILE` (with `reason`), `LEDGER_ENCODING_UNKNOWN`
 * and those of {@link parseText}
 */
export function parseLedger(file: Uint8Array): ParsedLedger {
  if (file.length === 0) throw new Invalid('LEDGER_EMPTY', { field: FIELD });
  if (file.length > MAX_MEGABYTES * 1024 * 1024) {
    throw new Invalid('LEDGER_TOO_LARGE', { field: FIELD, max: MAX_MEGABYTES, unit: 'MB' });
  }
  refuse(wrongFileByBytes(file));
  const decoded = decodeText(file);
  if (!decoded) refuse(file.includes(0) ? 'BINARY' : null);
  if (!decoded) throw new Invalid('LEDGER_ENCODING_UNKNOWN', { field: FIELD });
  refuse(wrongFileByText(decoded.text));
  return { encoding: decoded.encoding, records: parseText(decoded.text) };
}

/**
 * Rows under the header, numbered as a spreadsheet numbers them; rows without a single character are left out.
 * @throws Invalid `LEDGER_QUOTES_BROKEN`, `LEDGER_HEADER_UNKNOWN`, `LEDGER_COLUMNS_MISSING`,
 * `LEDGER_COLUMNS_REPEATED`, `LEDGER_HAS_NO_ROWS`, `LEDGER_TOO_MANY_ROWS`
 */
export function parseText(text: string): LedgerRecord[] {
  if (text.trim() === '') throw new Invalid('LEDGER_EMPTY', { field: FIELD });
  const { rows, at, header } = findHeader(text);
  const width = rows[at]?.length ?? 0;
  const records = rows
    .map((cells, index) => ({ line: index + 1, cells }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => recordOf(line, cells, { header, width }));
  if (records.length === 0) throw new Invalid('LEDGER_HAS_NO_ROWS', { field: FIELD });
  if (records.length > MAX_ROWS) throw new Invalid('LEDGER_TOO_MANY_ROWS', { field: FIELD, max: MAX_ROWS });
  return records;
}

interface FoundHeader {
  readonly rows: readonly (readonly string[])[];
  readonly at: number;
  readonly header: LedgerHeader;
}

/** The delimiter and the row under which most columns of a ledger are known. */
function findHeader(text: string): FoundHeader {
  const tops = DELIMITERS.map((delimiter) => {
    const top = parseCsv(text, delimiter, HEADER_WITHIN);
    return { delimiter, broken: 'brokenAt' in top ? top : null, ...bestHeader('rows' in top ? top.rows : []) };
  });
  const best = tops.reduce((one, other) => (other.known > one.known ? other : one));
  const [first] = tops;
  if (best.known < 2 && first?.broken) throw quotesBroken(first.broken);
  if (best.known < 2)
    throw new Invalid('LEDGER_HEADER_UNKNOWN', { field: FIELD, columns: titles(LEDGER_COLUMN_NAMES) });
  const { missing, repeated } = best.header;
  if (missing.length > 0) throw new Invalid('LEDGER_COLUMNS_MISSING', { field: FIELD, columns: titles(missing) });
  if (repeated.length > 0) throw new Invalid('LEDGER_COLUMNS_REPEATED', { field: FIELD, columns: titles(repeated) });
  const all = parseCsv(text, best.delimiter);
  if ('brokenAt' in all) throw quotesBroken(all);
  return { rows: all.rows, at: best.at, header: best.header };
}

function bestHeader(rows: readonly (readonly string[])[]) {
  const found = rows.map((cells, at) => ({ at, header: readHeader(cells) }));
  const known = ({ header }: { readonly header: LedgerHeader }) => header.positions.size;
  const best = found.reduce((one, other) => (known(other) > known(one) ? other : one), {
    at: 0,
    header: readHeader([]),
  });
  return { ...best, known: known(best) };
}

/** A quote in the middle of a cell is a quote; one that is never closed would swallow the rest. */
function parseCsv(text: string, delimiter: string, to?: number): CsvRows | BrokenQuotes {
  try {
    const options = { delimiter, relax_quotes: true, relax_column_count: true, ...(to ? { to } : {}) };
    return { rows: parse(text, options) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { brokenAt: Number(error.records ?? 0) + 1 };
  }
}

interface CsvRows {
  readonly rows: readonly (readonly string[])[];
}

interface BrokenQuotes {
  /** The row in which the quote was opened. */
  readonly brokenAt: number;
}

function quotesBroken({ brokenAt }: BrokenQuotes): Invalid {
  return new Invalid('LEDGER_QUOTES_BROKEN', { field: FIELD, line: brokenAt });
}

interface Layout {
  readonly header: LedgerHeader;
  readonly width: number;
}

function recordOf(line: number, cells: readonly string[], { header, width }: Layout): LedgerRecord {
  const cellOf = (column: LedgerColumn) => cells[header.positions.get(column) ?? -1] ?? '';
  const columns = LEDGER_COLUMN_NAMES.map((column) => [column, cellOf(column)] as const);
  const written = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return {
    line,
    cells: Object.fromEntries(columns) as LedgerRecord['cells'],
    width: cells.length < width ? cells.length : Math.max(width, written),
    expectedWidth: width,
  };
}

function refuse(reason: string | null): void {
  if (reason) throw new Invalid('LEDGER_WRONG_FILE', { field: FIELD, reason });
}

function titles(columns: readonly LedgerColumn[]): readonly string[] {
  return columns.map(columnTitle);
}
