import type { Weights, Wishes } from './problem.ts';

/** Ratios found on rotas of eight and twelve leaders; an institution may change every one. */
export const DEFAULT_WEIGHTS: Weights = {
  openSeat: 1000,
  gradeMissing: 200,
  chiefAbsent: 300,
  lineUnheard: 25,
  restTooShort: 60,
  disliked: 3,
  fairness: 20,
  keyFairness: 10,
  makeUpFairness: 8,
  kept: 600,
};

export const DEFAULT_WISHES: Wishes = {
  restDays: 3,
  lineWindow: 'WEEK',
  chiefEveryMonth: true,
  weights: DEFAULT_WEIGHTS,
};
