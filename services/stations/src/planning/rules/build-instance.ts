import { addDays, type LocalDate, weekday } from '@everyletter/kit/time';
import { type Busy } from './commitments.ts';
import { eligibleLawyers, hasSpecialty, isInService, reaches, speaks } from './eligible.ts';
import { edgeOf, type Instance, type SeatPlan } from './instance.ts';
import { halfOf, type PlanLawyer, type PlanningInput, type PlanSeat } from './planning-input.ts';

/** Why a lawyer cannot take a seat whatever else is planned; tried in this order. */
export type FixedBlock =
  | 'OUT_OF_REACH'
  | 'NO_SPECIALTY'
  | 'NO_LANGUAGE'
  | 'UNAVAILABLE'
  | 'AT_OTHER_STATION'
  | 'OTHER_HALL_SAME_DAY';

/** What a half-day costs somebody who would rather not, and what a station one does not know. */
const LIKING = { PREFERRED: 0, AVAILABLE: 2, RELUCTANT: 6, UNAVAILABLE: 0 } as const;
const UNKNOWN_STATION = 1;
/** A day's trip to a hall with a station one prefers, and to any other. */
const [NEAR_TRIP, FAR_TRIP] = [2, 6];

/** The problem in numbers, with what the numbers stand for. */
export interface Problem {
  readonly input: PlanningInput;
  readonly instance: Instance;
  /** The plan the seats have now, as far as it still may be. */
  readonly start: SeatPlan;
  /** 1 for each seat planning leaves as it is. */
  readonly frozen: Uint8Array;
}

export function buildProblem(input: PlanningInput): Problem {
  const halls = [...new Set(input.seats.map(({ hallId }) => hallId))].sort();
  const edges = eligibleLawyers(input);
  const { weekAt, monthAt, ...calendar } = calendarOf(input.days);
  const instance: Instance = {
    ...calendar,
    lawyers: input.lawyers.length,
    ...capsOf(input, { ...calendar, weekAt, monthAt }),
    ...sharesOf(input),
    halls: halls.length,
    travel: travelOf(input, halls),
    seats: input.seats.length,
    seatHall: Int32Array.from(input.seats, ({ hallId }) => halls.indexOf(hallId)),
    seatDay: Int32Array.from(input.seats, (seat) => halfOf(input, seat) >> 1),
    seatHalf: Int32Array.from(input.seats, ({ halfDay }) => (halfDay === 'MORNING' ? 0 : 1)),
    seatWeight: Int32Array.from(input.seats, ({ priority }) => priority),
    ...packEdges(input, edges),
  };
  const frozen = Uint8Array.from(input.seats, ({ locked }) => (locked ? 1 : 0));
  return { input, instance, start: planOfLawyers(input, instance), frozen };
}

/** Who the seats name, in numbers; nobody where they may not have the seat. */
export function planOfLawyers({ lawyers, seats }: PlanningInput, instance: Instance): SeatPlan {
  const numbers = new Map(lawyers.map(({ id }, at) => [id, at]));
  return Int32Array.from(seats, ({ lawyerId }, seat) => {
    const lawyer = lawyerId === null ? undefined : numbers.get(lawyerId);
    return lawyer === undefined ? -1 : edgeOf(instance, seat, lawyer);
  });
}

/** The first thing that keeps a lawyer from a seat for good, or `null`. */
export function fixedBlock(input: PlanningInput, seat: PlanSeat, lawyer: PlanLawyer, busy: Busy): FixedBlock | null {
  if (!reaches(lawyer, seat)) return 'OUT_OF_REACH';
  if (!hasSpecialty(lawyer, seat)) return 'NO_SPECIALTY';
  if (!speaks(lawyer, seat)) return 'NO_LANGUAGE';
  const isAway = lawyer.availability[halfOf(input, seat)] === 'UNAVAILABLE';
  if (isAway || !isInService(lawyer, seat)) return 'UNAVAILABLE';
  const elsewhere = busy.get(seat.date)?.get(lawyer.id) ?? [];
  if (elsewhere.some(({ halfDay }) => halfDay === seat.halfDay)) return 'AT_OTHER_STATION';
  return elsewhere.some(({ hallId }) => hallId !== seat.hallId) ? 'OTHER_HALL_SAME_DAY' : null;
}

export function calendarOf(days: readonly LocalDate[]) {
  const weekAt = numbered(days.map(monday));
  const monthAt = numbered(days.map((day) => day.slice(0, 7)));
  return {
    weekAt,
    monthAt,
    days: days.length,
    weekOf: Int32Array.from(days, (day) => weekAt.get(monday(day)) as number),
    monthOf: Int32Array.from(days, (day) => monthAt.get(day.slice(0, 7)) as number),
    weeks: weekAt.size,
    months: monthAt.size,
  };
}

/** Each word once, numbered from 0 in the order it comes up. */
function numbered<Word>(words: readonly Word[]): ReadonlyMap<Word, number> {
  return new Map([...new Set(words)].map((word, at) => [word, at]));
}

/** What is left of the caps beside the commitments; without a cap as many as there are half-days. */
export function capsOf({ days, lawyers, commitments }: PlanningInput, calendar: ReturnType<typeof calendarOf>) {
  const { weeks, months } = calendar;
  const most = days.length * 2;
  const numbers = new Map(lawyers.map(({ id }, at) => [id, at]));
  const weekCap = Int32Array.from({ length: lawyers.length * weeks }, (_, at) =>
    cap(lawyers[Math.floor(at / weeks)]?.weeklyCap),
  );
  const monthCap = Int32Array.from({ length: lawyers.length * months }, (_, at) =>
    cap(lawyers[Math.floor(at / months)]?.monthlyCap),
  );
  function cap(of: number | null | undefined): number {
    return of ?? most;
  }
  for (const { lawyerId, date } of commitments) {
    const lawyer = numbers.get(lawyerId);
    if (lawyer === undefined) continue;
    const week = calendar.weekAt.get(monday(date));
    const month = calendar.monthAt.get(date.slice(0, 7));
    if (week !== undefined) reduce(weekCap, lawyer * weeks + week);
    if (month !== undefined) reduce(monthCap, lawyer * months + month);
  }
  return { weekCap, monthCap };
}

const monday = (day: LocalDate) => addDays(day, 1 - weekday(day));

function reduce(caps: Int32Array, at: number): void {
  caps[at] = Math.max(0, (caps[at] as number) - 1);
}

/**
 * Everybody’s share follows the half-days they can serve. What they served before counts from the mean, so that
 * whoever joined late owes nothing for the time before, and whoever was never asked comes first.
 */
function sharesOf({ lawyers, seats, days }: PlanningInput) {
  const free = lawyers.map(({ availability }) => availability.filter((level) => level !== 'UNAVAILABLE').length);
  const all = free.reduce((sum, one) => sum + one, 0);
  const fairShare = Float64Array.from(free, (one) => Math.max(1, all > 0 ? (seats.length * one) / all : 1));
  const first = days[0];
  const isNew = ({ joinedOn }: PlanLawyer) =>
    first !== undefined && joinedOn !== null && joinedOn >= addDays(first, -28);
  const old = lawyers.filter((lawyer) => !isNew(lawyer));
  const mean = old.reduce((sum, { servedBefore }) => sum + servedBefore, 0) / Math.max(1, old.length);
  const earlier = Float64Array.from(lawyers, (lawyer) => (isNew(lawyer) ? mean : lawyer.servedBefore));
  const least = Math.min(...earlier, mean);
  return { fairShare, earlier: earlier.map((one) => one - Math.max(0, least)) };
}

function travelOf({ lawyers, seats }: PlanningInput, halls: readonly string[]): Float64Array {
  const seatsOf = Map.groupBy(seats, ({ hallId }) => hallId);
  const stationsOf = halls.map((hall) => new Set((seatsOf.get(hall) ?? []).map(({ stationId }) => stationId)));
  return Float64Array.from(
    lawyers.flatMap(({ preferredStationIds }) =>
      stationsOf.map((stations) => (preferredStationIds.some((id) => stations.has(id)) ? NEAR_TRIP : FAR_TRIP)),
    ),
  );
}

function packEdges(input: PlanningInput, edges: readonly Int32Array[]) {
  const edgeStart = new Int32Array(edges.length + 1);
  edges.forEach((own, seat) => {
    edgeStart[seat + 1] = (edgeStart[seat] as number) + own.length;
  });
  const size = edgeStart[edges.length] as number;
  const [edgeLawyer, edgeCost] = [new Int32Array(size), new Float64Array(size)];
  const known = input.lawyers.map(({ knownStationIds }) => new Set(knownStationIds));
  edges.forEach((own, at) => {
    const seat = input.seats[at] as PlanSeat;
    const half = halfOf(input, seat);
    const from = edgeStart[at] as number;
    edgeLawyer.set(own, from);
    own.forEach((number, edge) => {
      const { availability } = input.lawyers[number] as PlanLawyer;
      const liking = LIKING[availability[half] ?? 'AVAILABLE'];
      edgeCost[from + edge] = liking + (known[number]?.has(seat.stationId) ? 0 : UNKNOWN_STATION);
    });
  });
  return { edgeStart, edgeLawyer, edgeCost };
}
