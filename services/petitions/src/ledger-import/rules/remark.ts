import type { LedgerColumn } from './ledger-column.ts';
import { REMARKS, type RemarkCode } from './remark-words.ts';

export const RemarkLevel = { REPAIR: 'REPAIR', WARNING: 'WARNING', REFUSAL: 'REFUSAL' } as const;
export type RemarkLevel = (typeof RemarkLevel)[keyof typeof RemarkLevel];

export const LedgerRowOutcome = {
  ACCEPTED: 'ACCEPTED',
  REPAIRED: 'REPAIRED',
  WARNED: 'WARNED',
  REFUSED: 'REFUSED',
  ALREADY_IMPORTED: 'ALREADY_IMPORTED',
} as const;
export type LedgerRowOutcome = (typeof LedgerRowOutcome)[keyof typeof LedgerRowOutcome];

/** Numbers, days and petition numbers that the words need; never personal data. */
export type RemarkFacts = Readonly<Record<string, string | number>>;

/** One thing to be said about one row; `column` is `null` when it concerns the row as a whole. */
export interface Remark {
  readonly code: RemarkCode;
  readonly column: LedgerColumn | null;
  readonly facts?: RemarkFacts;
}

/** A value read from a cell and what had to be said about it. */
export interface Reading<T> {
  readonly value: T;
  readonly remarks: readonly Remark[];
}

export function levelOf(remark: Remark): RemarkLevel {
  return REMARKS[remark.code].level;
}

export function isRefused(remarks: readonly Remark[]): boolean {
  return remarks.some((remark) => levelOf(remark) === 'REFUSAL');
}

/** The remark as a sentence in both languages. */
export function remarkWords({ code, facts = {} }: Remark): { readonly zh: string; readonly en: string } {
  const fill = (words: string) => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  return { zh: fill(REMARKS[code].zh), en: fill(REMARKS[code].en) };
}

const ALREADY: ReadonlySet<RemarkCode> = new Set<RemarkCode>(['ROW_REPEATED', 'ROW_ALREADY_IMPORTED']);

/** The worst remark decides; a row that could not be registered at all is refused before it can be a repetition. */
export function outcomeOf(remarks: readonly Remark[]): LedgerRowOutcome {
  const levels = new Set(remarks.map(levelOf));
  if (levels.has('REFUSAL')) return 'REFUSED';
  if (remarks.some(({ code }) => ALREADY.has(code))) return 'ALREADY_IMPORTED';
  if (levels.has('WARNING')) return 'WARNED';
  return levels.has('REPAIR') ? 'REPAIRED' : 'ACCEPTED';
}
