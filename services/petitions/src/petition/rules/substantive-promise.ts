import type { Disposition } from './states.ts';

/** One petition of a matter, as far as the substantive answer goes. */
export interface Promising {
  /** Null before triage: until told otherwise the petitioner is owed the answer. */
  readonly disposition: Disposition | null;
  readonly fromSuperior: boolean;
}

/**
 * Whether a matter with these petitions owes a substantive answer here. What was declined or sent elsewhere ends with
 * the procedural reply. Source: 刑事诉讼规则 161–163; which dispositions count is the policy pack's `appliesTo`.
 */
export function owesSubstantiveAnswer(
  petitions: readonly Promising[],
  appliesTo: readonly (Disposition | 'SUPERIOR_ORDER')[],
): boolean {
  return petitions.some(({ disposition, fromSuperior }) => {
    if (disposition === null || appliesTo.includes(disposition)) return true;
    return fromSuperior && appliesTo.includes('SUPERIOR_ORDER');
  });
}
