import { halfWidth, readCell } from './cell-text.ts';
import type { LedgerNote } from './ledger-note.ts';
import type { Reading, Remark } from './remark.ts';

/** Source: 信访工作条例 20. */
export const LAWFUL_REPRESENTATIVES = 5;

export interface JointPeople {
  /** How many people stand behind the petition; at least 1. */
  readonly count: number;
  readonly representatives: readonly string[];
}

/**
 * The number of people against the representatives named in the note. Up to `max` people all sign; where there are more,
 * they are represented by at most `max`. Source: 信访工作条例 20. More is a warning here: the letter came all the same,
 * and the petitioners are asked to choose.
 */
export function readJointPeople(written: string, note: LedgerNote, max: number): Reading<JointPeople> {
  const { representatives } = note;
  const { count, remarks } = readCount(written, Math.max(1, representatives.length));
  const named = representatives.length;
  const value = { count, representatives };
  if (named > max) return { value, remarks: [...remarks, about('REPRESENTATIVES_TOO_MANY', { named, max })] };
  if (named === 0 && count > 1) return { value, remarks: [...remarks, about('REPRESENTATIVES_MISSING', { count })] };
  const differs = named > count || (named > 0 && named < count && count <= max);
  if (differs) return { value, remarks: [...remarks, about('REPRESENTATIVES_COUNT_DIFFERS', { count, named })] };
  return { value, remarks };
}

function readCount(written: string, assumed: number): { readonly count: number; readonly remarks: readonly Remark[] } {
  const column = 'peopleCount';
  const { value, remarks } = halfWidth(readCell(written, column), column);
  const facts = { count: assumed };
  if (value === '') return { count: assumed, remarks: [...remarks, { code: 'PEOPLE_COUNT_MISSING', column, facts }] };
  const match = /^([1-9]\d{0,4})\s*[人名]?$/u.exec(value);
  if (match) return { count: Number(match[1]), remarks };
  return { count: assumed, remarks: [...remarks, { code: 'PEOPLE_COUNT_UNREADABLE', column, facts }] };
}

function about(code: Remark['code'], facts: Readonly<Record<string, number>>): Remark {
  return { code, column: 'peopleCount', facts };
}
