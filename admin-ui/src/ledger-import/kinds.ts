import type { introspection } from '../graphql/generated/graphql-env.d.ts';

type Enums = introspection['types'];

export type LedgerRowOutcome = Enums['LedgerRowOutcome']['enumValues'];

/** From nothing to do to everything to do. */
export const OUTCOMES = [
  'ACCEPTED',
  'REPAIRED',
  'WARNED',
  'REFUSED',
  'ALREADY_IMPORTED',
] as const satisfies readonly LedgerRowOutcome[];

/** Outcomes whose rows become petitions when the ledger is applied. */
const REGISTERED: readonly LedgerRowOutcome[] = ['ACCEPTED', 'REPAIRED', 'WARNED'];

/** A mark and a tone; seal red stays with what is overdue. */
export const OUTCOME_LOOKS = {
  ACCEPTED: { mark: '✓', tone: 'text-jade' },
  REPAIRED: { mark: '✎', tone: 'text-azure' },
  WARNED: { mark: '!', tone: 'text-amber' },
  REFUSED: { mark: '✕', tone: 'text-ink font-semibold' },
  ALREADY_IMPORTED: { mark: '＝', tone: 'text-ink-2' },
} as const;

export interface OutcomeCount {
  readonly outcome: LedgerRowOutcome;
  readonly count: number;
}

export function countOf(counts: readonly OutcomeCount[], outcome: LedgerRowOutcome): number {
  return counts.find((entry) => entry.outcome === outcome)?.count ?? 0;
}

/** How many petitions applying would register. */
export function registeredBy(counts: readonly OutcomeCount[]): number {
  return REGISTERED.reduce((sum, outcome) => sum + countOf(counts, outcome), 0);
}
