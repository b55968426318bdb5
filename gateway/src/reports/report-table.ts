import type { Cell } from '../exports/cells.ts';
import { valueAt } from '../exports/listed-rows.ts';
import { Refusal } from '../http/refusal.ts';

/**
 * An answer as a table, its heading first: of the list that is asked for, a row each and a column for every value in it;
 * of the whole answer otherwise, every value on a row of its own behind its path.
 * @throws Refusal `REPORT_LIST_NOT_FOUND`
 */
export function tableOf(data: unknown, list: string | undefined): Cell[][] {
  if (list === undefined) return [['path', 'value'], ...leavesOf(data)];
  const rows = valueAt(data, list);
  if (!Array.isArray(rows)) throw new Refusal(400, 'REPORT_LIST_NOT_FOUND', { field: 'list' });
  const leaves = rows.map((row) => new Map(leavesOf(row)));
  const columns = [...new Set(leaves.flatMap((row) => [...row.keys()]))];
  return [columns, ...leaves.map((row) => columns.map((column) => row.get(column) ?? ''))];
}

function leavesOf(value: unknown, path: readonly string[] = []): [string, Cell][] {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inside]) => leavesOf(inside, [...path, key]));
  }
  const cell = typeof value === 'number' || typeof value === 'string' ? value : value === null ? '' : String(value);
  return [[path.join('.'), cell]];
}
