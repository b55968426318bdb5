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
  const characters = [
    ...subject
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\p{P}\p{Z}\p{S}\s]/gu, ''),
  ];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < characters.length; at += 1) {
    const pair = `${characters[at]}${characters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
