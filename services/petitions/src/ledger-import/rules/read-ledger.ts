import { earlierDuplicates } from './duplicate.ts';
import type { LedgerCells } from './ledger-column.ts';
import { type RowTerms, readLedgerRow } from './ledger-row.ts';
import { canonicalRow, type LedgerValues } from './ledger-values.ts';
import type { Remark } from './remark.ts';

/** A row as parsed: where it stands in the file, its cells, and how many cells it has against the header's. */
export interface LedgerRecord {
  readonly line: number;
  readonly cells: LedgerCells;
  readonly width: number;
  readonly expectedWidth: number;
}

/** A row as far as the file alone tells. */
export interface ReadRow {
  readonly line: number;
  readonly values: LedgerValues;
  readonly canonical: string;
  readonly remarks: readonly Remark[];
  /** An earlier row of the file is about the same person and matter. */
  readonly hasEarlier: boolean;
}

/** Reads every row, then compares each with those above it. The same file, day and terms give the same rows. */
export function readLedger(records: readonly LedgerRecord[], terms: RowTerms): ReadRow[] {
  const readings = records.map(({ cells }) => readLedgerRow(cells, terms));
  const duplicates = earlierDuplicates(readings.map(({ value }) => value));
  const firstLines = { serial: new Map<string, number>(), row: new Map<string, number>() };
  return readings.map(({ value, remarks }, at) => {
    const record = records[at] as LedgerRecord;
    const canonical = canonicalRow(value);
    const repeats = firstLines.row.get(canonical);
    const sameSerial = value.serial === null ? undefined : firstLines.serial.get(value.serial);
    const earlier = duplicates.get(at);
    const added: Remark[] = [...widthRemarks(record)];
    if (repeats !== undefined) added.push({ code: 'ROW_REPEATED', column: null, facts: { line: repeats } });
    else {
      firstLines.row.set(canonical, record.line);
      if (sameSerial !== undefined) {
        added.push({ code: 'SERIAL_REPEATED', column: 'serial', facts: { line: sameSerial } });
      }
      if (earlier !== undefined) {
        added.push({ code: 'DUPLICATE_IN_FILE', column: null, facts: { line: records[earlier]?.line ?? 0 } });
      }
    }
    if (value.serial !== null && sameSerial === undefined) firstLines.serial.set(value.serial, record.line);
    return {
      line: record.line,
      values: value,
      canonical,
      remarks: [...remarks, ...added],
      hasEarlier: earlier !== undefined,
    };
  });
}

function widthRemarks({ width, expectedWidth }: LedgerRecord): Remark[] {
  if (width === expectedWidth) return [];
  const facts = { cells: width, expected: expectedWidth };
  return [{ code: width < expectedWidth ? 'ROW_SHORT' : 'ROW_LONG', column: null, facts }];
}
