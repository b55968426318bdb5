/**
 * A coverage problem in numbers, as the planner works on it. Days, lawyers, halls and seats are counted from 0; a
 * half-day is `day * 2`, plus 1 in the afternoon. An edge says that a lawyer may take a seat, and what that costs.
 */
export interface Instance {
  readonly days: number;
  /** Week and month of each day, counted from 0. */
  readonly weekOf: Int32Array;
  readonly monthOf: Int32Array;
  readonly weeks: number;
  readonly months: number;
  readonly lawyers: number;
  /** Half-days a lawyer may still serve: `lawyer * weeks + week`, `lawyer * months + month`. */
  readonly weekCap: Int32Array;
  readonly monthCap: Int32Array;
  /** Half-days each would serve if the work were shared fairly, above 0; and what counts as served before. */
  readonly fairShare: Float64Array;
  readonly earlier: Float64Array;
  readonly halls: number;
  /** What a day's trip of a lawyer to a hall costs: `lawyer * halls + hall`. */
  readonly travel: Float64Array;
  readonly seats: number;
  readonly seatHall: Int32Array;
  readonly seatDay: Int32Array;
  /** 0 in the morning, 1 in the afternoon. */
  readonly seatHalf: Int32Array;
  /** How much an open seat weighs, from 1. */
  readonly seatWeight: Int32Array;
  /** Edges of seat `s` are `edgeStart[s]` to `edgeStart[s + 1]`, by lawyer. */
  readonly edgeStart: Int32Array;
  readonly edgeLawyer: Int32Array;
  /** Preference and continuity: 0 is what everybody would like. */
  readonly edgeCost: Float64Array;
}

/** One seat left open costs more than anything else a plan could do about it. */
export const OPEN_SEAT_COST = 1000;
/** How much an uneven share weighs against a trip or a disliked half-day. */
const FAIRNESS = 10;

/** What a lawyer's next half-day adds when `served` are theirs already: the more, the dearer. */
export function shareCost({ fairShare, earlier }: Instance, lawyer: number, served: number): number {
  const before = served + (earlier[lawyer] ?? 0);
  return Math.round((FAIRNESS * (2 * before + 1)) / (fairShare[lawyer] ?? 1));
}

/** The edge by which a lawyer may take a seat, or -1. */
export function edgeOf({ edgeStart, edgeLawyer }: Instance, seat: number, lawyer: number): number {
  let low = edgeStart[seat] as number;
  let high = (edgeStart[seat + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = edgeLawyer[middle] as number;
    if (there === lawyer) return middle;
    if (there < lawyer) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Who has which seat: an edge a seat, or -1. */
export type SeatPlan = Int32Array;

export function emptyPlan({ seats }: Instance): SeatPlan {
  return new Int32Array(seats).fill(-1);
}
