import type { ExportColumn } from './export-order.ts';
import { type Row, valueAt } from './listed-rows.ts';

export type Cell = string | number;

/** A row as the file shows it: codes in words, several values side by side, numbers as numbers. */
export function cellsOf(row: Row, columns: readonly ExportColumn[]): Cell[] {
  return columns.map((column) => cellOf(valueAt(row, column.value), column));
}

function cellOf(value: unknown, column: ExportColumn): Cell {
  if (value === null || value === undefined || value === '') return column.empty;
  if (typeof value === 'number' && column.words[String(value)] === undefined) return value;
  if (Array.isArray(value)) return value.map((one) => String(cellOf(one, column))).join('、') || column.empty;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return column.words[text] ?? text;
}
