import { type Instance, OPEN_SEAT_COST, type SeatPlan, shareCost } from './instance.ts';

/** What a plan costs, by what it is for; `total` is their sum. */
export interface Evaluation {
  readonly openSeats: number;
  readonly open: number;
  readonly preference: number;
  readonly travel: number;
  readonly fairness: number;
  readonly total: number;
}

/** A hard rule that a plan breaks. */
export type Violation = 'NOT_ELIGIBLE' | 'TWO_PLACES' | 'TWO_HALLS' | 'WEEKLY_CAP' | 'MONTHLY_CAP';

/**
 * Counts a plan anew from nothing but the instance; shares no code with what makes plans. `violations` is empty for a
 * plan that may be published.
 */
export function evaluate(instance: Instance, plan: SeatPlan): Evaluation & { readonly violations: Violation[] } {
  const served = servedBy(instance, plan);
  const violations = [...served.violations, ...brokenCaps(instance, served.halves)];
  let openSeats = 0;
  let open = 0;
  let preference = 0;
  for (let seat = 0; seat < instance.seats; seat++) {
    const edge = plan[seat] as number;
    if (edge >= 0) preference += instance.edgeCost[edge] as number;
    else {
      openSeats += 1;
      open += OPEN_SEAT_COST * (instance.seatWeight[seat] as number);
    }
  }
  const { travel, twoHalls } = travelOf(instance, served.halves);
  if (twoHalls) violations.push('TWO_HALLS');
  const fairness = fairnessOf(instance, served.halves);
  return { openSeats, open, preference, travel, fairness, total: open + preference + travel + fairness, violations };
}

/** For each lawyer the hall of each half-day served. */
type Halves = readonly Map<number, number>[];

function servedBy({ lawyers, edgeStart, edgeLawyer, ...seats }: Instance, plan: SeatPlan) {
  const halves: Map<number, number>[] = Array.from({ length: lawyers }, () => new Map());
  const violations: Violation[] = [];
  for (let seat = 0; seat < seats.seats; seat++) {
    const edge = plan[seat] as number;
    if (edge < 0) continue;
    if (edge < (edgeStart[seat] as number) || edge >= (edgeStart[seat + 1] as number)) violations.push('NOT_ELIGIBLE');
    const own = halves[edgeLawyer[edge] as number] as Map<number, number>;
    const half = (seats.seatDay[seat] as number) * 2 + (seats.seatHalf[seat] as number);
    if (own.has(half)) violations.push('TWO_PLACES');
    own.set(half, seats.seatHall[seat] as number);
  }
  return { halves, violations };
}

function brokenCaps({ weekOf, monthOf, weeks, months, weekCap, monthCap }: Instance, halves: Halves): Violation[] {
  const violations: Violation[] = [];
  halves.forEach((own, lawyer) => {
    const week = new Int32Array(weeks);
    const month = new Int32Array(months);
    for (const half of own.keys()) {
      const [inWeek, inMonth] = [weekOf[half >> 1] as number, monthOf[half >> 1] as number];
      week[inWeek] = (week[inWeek] as number) + 1;
      month[inMonth] = (month[inMonth] as number) + 1;
    }
    if (week.some((count, at) => count > (weekCap[lawyer * weeks + at] as number))) violations.push('WEEKLY_CAP');
    if (month.some((count, at) => count > (monthCap[lawyer * months + at] as number))) violations.push('MONTHLY_CAP');
  });
  return violations;
}

function travelOf({ halls, travel }: Instance, halves: Halves) {
  let sum = 0;
  let twoHalls = false;
  halves.forEach((own, lawyer) => {
    for (const [half, hall] of own) {
      const other = half % 2 === 0 ? undefined : own.get(half - 1);
      if (other === undefined) sum += travel[lawyer * halls + hall] as number;
      else if (other !== hall) twoHalls = true;
    }
  });
  return { travel: sum, twoHalls };
}

function fairnessOf(instance: Instance, halves: Halves): number {
  let sum = 0;
  halves.forEach((own, lawyer) => {
    for (let served = 0; served < own.size; served++) sum += shareCost(instance, lawyer, served);
  });
  return sum;
}
