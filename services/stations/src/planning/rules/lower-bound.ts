import { CoverageFlow } from './flow.ts';
import type { Instance } from './instance.ts';

/** Flows without a better bound before the steps are shortened, and by how much. */
const PATIENCE = 3;
const SHORTER = 0.6;

/**
 * A cost no plan can go below. A day’s trip is paid half in the morning and half in the afternoon; how it is split is
 * moved, step by step, to where the flow is dearest (Lagrange multipliers by subgradient). Every step is an exact flow,
 * so every value is a valid bound, and the best of them is kept.
 */
export class LowerBound {
  best = Number.NEGATIVE_INFINITY;
  private readonly tripOf: Int32Array;
  private readonly half: Uint8Array;
  private readonly trips: Float64Array;
  /** Bit 0: some morning seat could be reached by that trip; bit 1: an afternoon one. */
  private readonly halves: Uint8Array;
  private readonly morningShare: Float64Array;
  private stepLength = 1;
  private sinceBetter = 0;

  constructor(private readonly instance: Instance) {
    const { edgeLawyer, edgeStart, seats, seatDay, seatHall, seatHalf, days, halls, travel } = instance;
    this.tripOf = new Int32Array(edgeLawyer.length);
    this.half = new Uint8Array(edgeLawyer.length);
    const known = new Map<number, number>();
    const trips: number[] = [];
    for (let seat = 0; seat < seats; seat++) {
      for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
        const lawyer = edgeLawyer[edge] as number;
        const hall = seatHall[seat] as number;
        const key = (lawyer * days + (seatDay[seat] as number)) * halls + hall;
        const trip = known.get(key) ?? trips.push(travel[lawyer * halls + hall] as number) - 1;
        known.set(key, trip);
        this.tripOf[edge] = trip;
        this.half[edge] = seatHalf[seat] as number;
      }
    }
    this.trips = Float64Array.from(trips);
    this.halves = new Uint8Array(trips.length);
    this.tripOf.forEach((trip, edge) => {
      this.halves[trip] = (this.halves[trip] as number) | (1 << (this.half[edge] as number));
    });
    const shares = [0, 1, 0, 0.5];
    this.morningShare = this.trips.map((trip, at) => trip * (shares[this.halves[at] as number] as number));
  }

  /** One flow. Whether another could do better. @param incumbent cost of the best plan known */
  improve(incumbent: number): boolean {
    const { cost, used } = new CoverageFlow(this.instance, this.prices()).solve();
    if (cost > this.best + 1e-6) {
      this.best = cost;
      this.sinceBetter = 0;
    } else {
      this.sinceBetter += 1;
      if (this.sinceBetter >= PATIENCE) {
        this.stepLength *= SHORTER;
        this.sinceBetter = 0;
      }
    }
    return this.moveShares(used, incumbent - cost);
  }

  private prices(): Float64Array {
    return this.instance.edgeCost.map((cost, edge) => {
      const trip = this.tripOf[edge] as number;
      const morning = this.morningShare[trip] as number;
      return cost + (this.half[edge] === 0 ? morning : (this.trips[trip] as number) - morning);
    });
  }

  /** A trip used in the morning only has its morning made dearer, and the other way round. */
  private moveShares(used: Uint8Array, distance: number): boolean {
    const lean = new Int8Array(this.trips.length);
    used.forEach((isUsed, edge) => {
      const trip = this.tripOf[edge] as number;
      if (isUsed) lean[trip] = (lean[trip] as number) + (this.half[edge] === 0 ? 1 : -1);
    });
    const uneven = lean.reduce((count, one, trip) => count + (this.halves[trip] === 3 && one !== 0 ? 1 : 0), 0);
    if (uneven === 0) return false;
    const step = (this.stepLength * distance) / uneven;
    lean.forEach((one, trip) => {
      if (this.halves[trip] !== 3 || one === 0) return;
      const share = (this.morningShare[trip] as number) + step * one;
      this.morningShare[trip] = Math.min(this.trips[trip] as number, Math.max(0, share));
    });
    return true;
  }
}
