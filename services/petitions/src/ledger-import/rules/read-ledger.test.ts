import type { LocalDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { LEDGER_COLUMN_NAMES, type LedgerCells } from './ledger-column.ts';
import { type LedgerRecord, readLedger } from './read-ledger.ts';

const TERMS = { today: '2026-11-30' as LocalDate, maxRepresentatives: 5 };
const EMPTY = Object.fromEntries(LEDGER_COLUMN_NAMES.map((column) => [column, ''])) as LedgerCells;

function row(line: number, cells: Partial<LedgerCells>, width = 15): LedgerRecord {
  const usual = { receivedOn: '2026/1/2', channel: '来信', name: '王勤', phone: '13900000017', realName: '是' };
  const rest = { peopleCount: '1', category: '其他', subject: '事', body: '文' };
  return { line, cells: { ...EMPTY, serial: String(line), ...usual, ...rest, ...cells }, width, expectedWidth: 15 };
}

const remarksOf = (...records: LedgerRecord[]) =>
  readLedger(records, TERMS).map(({ remarks }) => remarks.map(({ code, facts }) => [code, facts?.line ?? null]));

test('a row in the very words of one above is a repetition, not a duplicate', () => {
  expect(remarksOf(row(2, { serial: '1' }), row(3, { serial: '1' }))).toEqual([[], [['ROW_REPEATED', 2]]]);
});

test('the same person and subject under another number is a possible duplicate', () => {
  expect(remarksOf(row(2, {}), row(3, { body: '补充' }))).toEqual([[], [['DUPLICATE_IN_FILE', 2]]]);
});

test('a serial number given twice is said at the second', () => {
  expect(remarksOf(row(2, { serial: '7' }), row(3, { serial: '7', subject: '别事' }))).toEqual([
    [],
    [['SERIAL_REPEATED', 2]],
  ]);
});

test('too few cells are a warning, too many a refusal', () => {
  expect(remarksOf(row(2, {}, 12), row(3, { subject: '别事' }, 16))).toEqual([
    [['ROW_SHORT', null]],
    [['ROW_LONG', null]],
  ]);
});
