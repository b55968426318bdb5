import type { DutyState } from './duty-state.ts';
import { fillGaps, judge } from './fill-gaps.ts';
import { ResidualSearch } from './residual.ts';

/** Open seats, by what is known of them. */
export interface GapSplit {
  /** So many could be filled, all of them at once, by moving lawyers. */
  readonly avoidable: number;
  /** Proved: no plan fills them without opening another seat. */
  readonly unavoidable: number;
  /** The only ways found would bring somebody to two halls a day. */
  readonly undecided: number;
}

/** Fills what can be filled, so that two gaps that want the same lawyer count as avoidable once; changes the state. */
export function splitGaps(state: DutyState): GapSplit {
  const avoidable = fillGaps(state);
  const search = new ResidualSearch(state);
  const left = state.openSeats();
  const unavoidable = left.filter((seat) => judge(state, search.search(seat)) === 'UNAVOIDABLE').length;
  return { avoidable, unavoidable, undecided: left.length - unavoidable };
}
