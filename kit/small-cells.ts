/**
 * Values a reporter may see: one below `smallest` is withheld, and as many of the next larger ones with it until
 * subtraction from the total gives none of them back. Source: 个人信息保护法 6; small-cell suppression.
 */
export function withholdSmallCells(values: readonly number[], smallest: number): (number | null)[] {
  const ascending = values.map((value, at) => ({ value, at })).sort((one, other) => one.value - other.value);
  const withheld = new Set<number>();
  let sum = 0;
  for (const { value, at } of ascending) {
    const isHidden = sum >= smallest && withheld.size >= 2;
    if (value >= smallest && (withheld.size === 0 || isHidden)) break;
    withheld.add(at);
    sum += value;
  }
  return values.map((value, at) => (withheld.has(at) ? null : value));
}
