import { DISTRICT, generateInstance } from '@everyletter/stations/demo/generate-instance';
import { DutyState } from '@everyletter/stations/planning/rules/duty-state';
import { emptyPlan, type Instance, type SeatPlan } from '@everyletter/stations/planning/rules/instance';
import { searchPlan } from '@everyletter/stations/planning/search-plan';
import { cpuSeconds } from './compare-plans.ts';

/** The busiest lawyer is away from the 9th to the 18th working day; what was before is past. */
const [FROM, TO] = [8, 17];
const KEEP_BONUS = 40;

/** How many duties of others a sick call changes, with published duties kept and without; and the open seats of both. */
export function measureSickCall(): void {
  console.log('sick call in a district, two weeks: duties of others changed, open seats (kept ÷ planned anew)');
  for (const seed of [11, 21, 31, 41, 51]) {
    const instance = generateInstance({ ...DISTRICT, seed, tightness: 0.85 });
    const task = { instance, start: emptyPlan(instance), frozen: new Uint8Array(instance.seats), keepBonus: 0 };
    const published = searchPlan({ ...task, moves: 3_000_000, flows: 0, seed: 1 }, () => true).plan;
    const { away, start } = sickened(instance, published);
    const frozen = Uint8Array.from(instance.seatDay, (day) => (day < FROM ? 1 : 0));
    const began = cpuSeconds();
    const again = { instance: away, start, frozen, flows: 0 };
    const kept = searchPlan({ ...again, keepBonus: KEEP_BONUS, moves: 1_000_000, seed: 1 }, () => true);
    const cpu = cpuSeconds() - began;
    const anew = searchPlan({ ...again, keepBonus: 0, moves: 3_000_000, seed: 2 }, () => true);
    const changed = (plan: SeatPlan) => start.filter((edge, seat) => edge >= 0 && plan[seat] !== edge).length;
    console.log(
      `seed ${seed}  changed ${changed(kept.plan)} ÷ ${changed(anew.plan)}  open ${kept.openSeats} ÷ ${anew.openSeats}  ${cpu.toFixed(2)} CPU s`,
    );
  }
}

/** The instance without the edges of the busiest lawyer on those days, and what is left of the plan in it. */
function sickened(instance: Instance, plan: SeatPlan): { readonly away: Instance; readonly start: SeatPlan } {
  const { edgeStart, edgeLawyer, edgeCost, seatDay, seats, lawyers } = instance;
  const state = new DutyState(instance, plan);
  const isAway = (seat: number) => (seatDay[seat] as number) >= FROM && (seatDay[seat] as number) <= TO;
  const load = (lawyer: number) => state.held(lawyer).filter(isAway).length;
  const sick = Array.from({ length: lawyers }, (_, at) => at).reduce(
    (most, at) => (load(at) > load(most) ? at : most),
    0,
  );
  const kept: number[] = [];
  const starts = [0];
  const start = new Int32Array(seats).fill(-1);
  for (let seat = 0; seat < seats; seat++) {
    for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
      if (isAway(seat) && edgeLawyer[edge] === sick) continue;
      if (plan[seat] === edge) start[seat] = kept.length;
      kept.push(edge);
    }
    starts.push(kept.length);
  }
  const away = {
    ...instance,
    edgeStart: Int32Array.from(starts),
    edgeLawyer: Int32Array.from(kept, (edge) => edgeLawyer[edge] as number),
    edgeCost: Float64Array.from(kept, (edge) => edgeCost[edge] as number),
  };
  return { away, start };
}
