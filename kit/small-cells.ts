/**
 * Values a reporter may see: one below `smallest` is withheld, and as many of the next larger ones with it until
 * subtraction from the total gives none of them back. Nobody is behind a zero: it is told unless the others that are
 * withheld would stand alone without it. Source: 个人信息保护法 6; small-cell suppression.
 */
export function withholdSmallCells(values: readonly number[], smallest: number): (number | null)[] {
  const ascending = values
    .map((value, at) => ({ value, at }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => one.value - other.value);
  const withheld = new Set<number>();
  let sum = 0;
  const isSafe = () => withheld.size === 0 || (sum >= smallest && withheld.size >= 2);
  for (const { value, at } of ascending) {
    if (value >= smallest && isSafe()) break;
    withheld.add(at);
    sum += value;
  }
  return isSafe() ? values.map((value, at) => (withheld.has(at) ? null : value)) : values.map(() => null);
}

/**
 * Of several months, which groups a reporter may see in which: each month is withheld by itself, and what is told of a
 * longer time is the sum of its months that are told. Whatever periods are asked for, and subtracted from one another,
 * they are sums of the same told cells.
 */
export function toldMonths(months: readonly (readonly number[])[], smallest: number): boolean[][] {
  return months.map((values) => withholdSmallCells(values, smallest).map((value) => value !== null));
}
