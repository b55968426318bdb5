import { bareText, neighbours } from '../../search-mark/rules/bare-text.ts';

/**
 * How alike two subjects are, from 0 to 1: twice the pairs of neighbouring characters they share, over all they have
 * (Dice). Punctuation and spaces say nothing. Works without word boundaries, which Chinese does not write.
 */
export function subjectSimilarity(one: string, other: string): number {
  const ones = pairsOf(one);
  const others = pairsOf(other);
  const all = sum(ones) + sum(others);
  if (all === 0) return 0;
  let shared = 0;
  for (const [pair, count] of ones) shared += Math.min(count, others.get(pair) ?? 0);
  return (2 * shared) / all;
}

function pairsOf(subject: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const pair of neighbours(bareText(subject))) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return pairs;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
