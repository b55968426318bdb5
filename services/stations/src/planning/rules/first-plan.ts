import { DutyState } from './duty-state.ts';
import { emptyPlan, type Instance, type SeatPlan } from './instance.ts';

/** A plan to begin with: the seats fewest could take first, each to whoever is cheapest. */
export function hardestSeatFirst(instance: Instance, start: SeatPlan = emptyPlan(instance)): SeatPlan {
  const { edgeStart, seatWeight, seats } = instance;
  const state = new DutyState(instance, start);
  const choice = (seat: number) =>
    ((edgeStart[seat + 1] as number) - (edgeStart[seat] as number)) / (seatWeight[seat] as number);
  const order = Array.from({ length: seats }, (_, seat) => seat).filter((seat) => (start[seat] as number) < 0);
  for (const seat of order.sort((one, other) => choice(one) - choice(other) || one - other)) {
    const edge = state.cheapest(seat);
    if (edge >= 0) state.assign(seat, edge);
  }
  return state.plan;
}
