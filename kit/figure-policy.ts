import { type PolicyRow, type PolicyTable, rows } from './policy.ts';

/** Who may read the shared types of a report: its numbers, and what the numbers mean. */
export function figurePolicy(numbers: PolicyRow, words: PolicyRow): PolicyTable {
  const key = 'key definition institutionId period group groupName value numerator denominator reachable isAtLeast';
  return {
    ...rows('ReportFigure', numbers, `${key} policyVersion listQuery missedListQuery compared`),
    ...rows('FigureFraction', numbers, 'value numerator denominator'),
    ...rows('ComparedFigure', numbers, 'comparison period value numerator denominator difference'),
    ...rows('FigureWords', words, 'code name words unit'),
  };
}
