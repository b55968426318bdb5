import { asPlainText, atMost, readCell } from './cell-text.ts';
import { readName } from './petitioner-name.ts';
import type { Reading, Remark } from './remark.ts';

const MAX_NOTE = 500;
const JOINT = /^联名\s*[，,、；;]?\s*(?:代表|代表人|诉讼代表人)?\s*[：:]\s*(.+)$/u;
const BETWEEN_NAMES = /[、，,；;\s]+/u;

/** What the note column says in the words a ledger uses; everything else is `rest`. */
export interface LedgerNote {
  readonly saysPseudonym: boolean;
  readonly saysDuplicate: boolean;
  readonly representatives: readonly string[];
  readonly rest: string | null;
}

/** Remarks come apart by full stop or semicolon: `化名；疑似重复`. */
export function readNote(written: string): Reading<LedgerNote> {
  const column = 'note';
  const cell = atMost(asPlainText(readCell(written, column, 'TEXT'), column), column, MAX_NOTE);
  const parts = cell.value
    .split(/[。；;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const joint = parts.map((part) => JOINT.exec(part)?.[1]).find((names) => names !== undefined);
  const people = joint ? readNames(joint) : { value: [], remarks: [] };
  const rest = parts.filter((part) => part !== '化名' && part !== '疑似重复' && !JOINT.test(part)).join('；');
  const remarks: Remark[] = [...cell.remarks, ...people.remarks];
  if (rest !== '') remarks.push({ code: 'NOTE_KEPT_IN_BODY', column });
  const value = {
    saysPseudonym: parts.includes('化名'),
    saysDuplicate: parts.includes('疑似重复'),
    representatives: people.value,
    rest: rest === '' ? null : rest,
  };
  return { value, remarks };
}

/** Each name is read like the petitioner's own; its remarks are the note's. */
function readNames(text: string): Reading<readonly string[]> {
  const readings = text
    .replace(/等\d*人?$/u, '')
    .split(BETWEEN_NAMES)
    .filter((name) => name !== '')
    .map(readName);
  const names = readings.map(({ value }) => value).filter((name) => name !== null);
  const remarks = readings.flatMap((reading) =>
    reading.remarks.map((remark) => ({ ...remark, column: 'note' as const })),
  );
  return { value: names, remarks };
}
