/** What was counted for one figure and group: petitions, those in time, their sum, and the same of the reachable. */
export interface Tally {
  readonly count: number;
  readonly good: number;
  readonly amount: number;
  readonly reachable: number;
  readonly reachableGood: number;
  /** Some of it is withheld. */
  readonly isAtLeast: boolean;
}

export const NOTHING: Tally = { count: 0, good: 0, amount: 0, reachable: 0, reachableGood: 0, isAtLeast: false };

export interface Fraction {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The number of a figure, as its unit has it; a withheld number with nothing told beside it is no number. */
export function fractionOf(unit: 'COUNT' | 'RATE' | 'MEAN', { count, good, amount, isAtLeast }: Tally): Fraction {
  if (isAtLeast && count === 0) return { value: null, numerator: null, denominator: null };
  if (unit === 'COUNT') return { value: count, numerator: null, denominator: null };
  const numerator = unit === 'RATE' ? good : amount;
  return { value: count > 0 ? numerator / count : null, numerator, denominator: count };
}

export function sumOf(tallies: readonly Tally[], isAtLeast: boolean): Tally {
  const of = (part: Exclude<keyof Tally, 'isAtLeast'>) => tallies.reduce((sum, tally) => sum + tally[part], 0);
  return {
    ...{ count: of('count'), good: of('good'), amount: of('amount') },
    ...{ reachable: of('reachable'), reachableGood: of('reachableGood'), isAtLeast },
  };
}
