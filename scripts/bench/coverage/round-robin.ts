import { DutyState } from '@everyletter/stations/planning/rules/duty-state';
import { emptyPlan, type Instance, type SeatPlan } from '@everyletter/stations/planning/rules/instance';

/** What a simple rota does: day by day, each seat to whoever has the smallest part of their share and rested longest. */
export function roundRobin(instance: Instance): SeatPlan {
  const { seats, seatDay, seatHalf, edgeStart, edgeLawyer, fairShare, lawyers } = instance;
  const state = new DutyState(instance, emptyPlan(instance));
  const last = new Int32Array(lawyers).fill(-99);
  const when = (seat: number) => (seatDay[seat] as number) * 2 + (seatHalf[seat] as number);
  const order = Array.from({ length: seats }, (_, seat) => seat).sort(
    (one, other) => when(one) - when(other) || one - other,
  );
  for (const seat of order) {
    const turn = (lawyer: number) =>
      (state.held(lawyer).length / (fairShare[lawyer] as number)) * 1e4 + (last[lawyer] as number);
    let next = -1;
    for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
      const lawyer = edgeLawyer[edge] as number;
      if (!state.can(seat, lawyer)) continue;
      if (next < 0 || turn(lawyer) < turn(edgeLawyer[next] as number)) next = edge;
    }
    if (next < 0) continue;
    state.assign(seat, next);
    last[edgeLawyer[next] as number] = seatDay[seat] as number;
  }
  return state.plan;
}
