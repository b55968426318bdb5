import { calendarOf, capsOf, type Problem } from './build-instance.ts';
import type { DutyState } from './duty-state.ts';
import { eligibleLawyers } from './eligible.ts';
import { edgeOf, type Instance, type SeatPlan } from './instance.ts';
import { type Assumption, assume, type PlanSeat } from './planning-input.ts';

/** The problem as it would be, with everybody where they are. */
export interface Supposed {
  readonly instance: Instance;
  readonly plan: SeatPlan;
}

/**
 * Supposes one thing of who may take what; only what it concerns is looked at anew, since dozens are tried for a seat.
 * What things cost plays no part in that: edges are free here.
 */
export function suppose({ input, instance }: Problem, state: DutyState, assumption: Assumption): Supposed {
  const changed = assume(input, assumption);
  const concerned = input.seats.flatMap((seat, at) => (concerns(assumption, seat) ? [at] : []));
  if (concerned.length === 0) {
    return { instance: { ...instance, ...capsOf(changed, calendarOf(input.days)) }, plan: state.plan };
  }
  const seats = concerned.map((at) => changed.seats[at] as PlanSeat);
  const eligible = eligibleLawyers({ ...changed, seats });
  const supposed = withEdges(instance, new Map(concerned.map((at, one) => [at, eligible[one] as Int32Array])));
  const plan = state.plan.map((_, seat) => edgeOf(supposed, seat, state.lawyerOf(seat)));
  return { instance: supposed, plan };
}

/** Whether others could take the seat if it were so. */
function concerns(assumption: Assumption, { stationId, line, date, halfDay }: PlanSeat): boolean {
  switch (assumption.kind) {
    case 'ASK_UNAVAILABLE':
      return date === assumption.seat.date && halfDay === assumption.seat.halfDay;
    case 'BORROW':
      return stationId === assumption.seat.stationId;
    case 'WIDEN_SPECIALTIES':
      return stationId === assumption.seat.stationId && line === assumption.seat.line;
    default:
      return false;
  }
}

function withEdges(instance: Instance, changed: ReadonlyMap<number, Int32Array>): Instance {
  const own = (seat: number) =>
    changed.get(seat) ?? instance.edgeLawyer.subarray(instance.edgeStart[seat], instance.edgeStart[seat + 1]);
  const edgeStart = new Int32Array(instance.seats + 1);
  for (let seat = 0; seat < instance.seats; seat++)
    edgeStart[seat + 1] = (edgeStart[seat] as number) + own(seat).length;
  const size = edgeStart[instance.seats] as number;
  const edgeLawyer = new Int32Array(size);
  for (let seat = 0; seat < instance.seats; seat++) edgeLawyer.set(own(seat), edgeStart[seat]);
  return { ...instance, edgeStart, edgeLawyer, edgeCost: new Float64Array(size) };
}
