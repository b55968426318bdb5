import { type Instance, OPEN_SEAT_COST, type SeatPlan, shareCost } from './instance.ts';

/** What a proof is asked for: the cheapest plan that leaves frozen seats alone and gains by keeping what is published. */
export interface ExactOrder {
  readonly instance: Instance;
  /** The plan to begin with; frozen seats stay as they are in it. */
  readonly start: SeatPlan;
  readonly frozen: Uint8Array;
  /** Edges that are published, by seat; each that stays saves `keepBonus`. */
  readonly published: SeatPlan;
  readonly keepBonus: number;
}

/**
 * The whole problem as a mixed-integer program, nothing relaxed: a column for each edge and each open seat, then a trip
 * for each lawyer, day and hall, then the half-days of each lawyer at their rising price.
 */
export function exactModel(order: ExactOrder): ExactModel {
  const model = new ExactModel(order);
  model.addSeats();
  model.addTrips();
  model.addCaps();
  model.addShares();
  return model;
}

/** Who has which seat, off the values of the columns. */
export function planOf({ seats, edgeStart }: Instance, values: ArrayLike<number>): SeatPlan {
  return Int32Array.from({ length: seats }, (_, seat) => {
    for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
      if ((values[edge] ?? 0) > 0.5) return edge;
    }
    return -1;
  });
}

class ExactModel {
  readonly costs: number[] = [];
  readonly lowers: number[] = [];
  readonly uppers: number[] = [];
  readonly isInteger: boolean[] = [];
  readonly rows: { lower: number; upper: number; columns: number[]; values: number[] }[] = [];
  /** Values of the columns in the plan to begin with. */
  readonly start: number[] = [];
  private readonly seatOf: Int32Array;

  constructor(private readonly order: ExactOrder) {
    this.seatOf = new Int32Array(order.instance.edgeLawyer.length);
  }

  addSeats(): void {
    const { instance, start, frozen, published, keepBonus } = this.order;
    for (let seat = 0; seat < instance.seats; seat++) {
      for (const edge of this.edgesOf(seat)) {
        this.seatOf[edge] = seat;
        const isHeld = start[seat] === edge;
        const kept = published[seat] === edge ? keepBonus : 0;
        const [lower, upper] = frozen[seat] === 1 ? [Number(isHeld), Number(isHeld)] : [0, 1];
        this.column({
          cost: (instance.edgeCost[edge] as number) - kept,
          lower,
          upper,
          start: Number(isHeld),
          whole: true,
        });
      }
    }
    for (let seat = 0; seat < instance.seats; seat++) {
      const cost = OPEN_SEAT_COST * (instance.seatWeight[seat] as number);
      const open = this.column({ cost, start: Number((start[seat] as number) < 0) });
      this.row(1, 1, [...this.edgesOf(seat), open]);
    }
  }

  /** One seat a half-day, one hall a day; a trip is paid once. */
  addTrips(): void {
    const { halls, days, travel, seatHall, seatDay, seatHalf } = this.order.instance;
    const byTrip = this.grouped((edge, lawyer) => {
      const seat = this.seatOf[edge] as number;
      return (lawyer * days + (seatDay[seat] as number)) * halls + (seatHall[seat] as number);
    });
    const byDay = new Map<number, number[]>();
    for (const [trip, edges] of byTrip) {
      const day = Math.floor(trip / halls);
      const cost = travel[Math.floor(day / days) * halls + (trip % halls)] as number;
      const isMade = edges.some((edge) => this.start[edge] === 1);
      const column = this.column({ cost, start: Number(isMade) });
      byDay.set(day, [...(byDay.get(day) ?? []), column]);
      for (const half of [0, 1]) {
        const own = edges.filter((edge) => seatHalf[this.seatOf[edge] as number] === half);
        if (own.length > 0) this.row(Number.NEGATIVE_INFINITY, 0, [...own, column], [...own.map(() => 1), -1]);
      }
    }
    for (const trips of byDay.values()) if (trips.length > 1) this.row(0, 1, trips);
  }

  addCaps(): void {
    const { weeks, months, weekOf, monthOf, weekCap, monthCap, seatDay } = this.order.instance;
    const capped = (length: number, of: Int32Array, caps: Int32Array) => {
      const when = (edge: number, lawyer: number) =>
        lawyer * length + (of[seatDay[this.seatOf[edge] as number] as number] as number);
      for (const [at, edges] of this.grouped(when)) {
        const cap = caps[at] as number;
        if (edges.length > cap) this.row(0, cap, edges);
      }
    };
    capped(weeks, weekOf, weekCap);
    capped(months, monthOf, monthCap);
  }

  /** Each further half-day of a lawyer is dearer, so the cheaper ones are used first without being told. */
  addShares(): void {
    const { instance } = this.order;
    for (const [lawyer, edges] of this.grouped((_, one) => one)) {
      const held = edges.reduce((sum, edge) => sum + (this.start[edge] as number), 0);
      const most = Math.min(edges.length, instance.days * 2);
      const steps = Array.from({ length: most }, (_, served) =>
        this.column({ cost: shareCost(instance, lawyer, served), start: Number(served < held) }),
      );
      this.row(0, 0, [...edges, ...steps], [...edges.map(() => 1), ...steps.map(() => -1)]);
    }
  }

  private edgesOf(seat: number): number[] {
    const { edgeStart } = this.order.instance;
    const from = edgeStart[seat] as number;
    return Array.from({ length: (edgeStart[seat + 1] as number) - from }, (_, at) => from + at);
  }

  private grouped(keyOf: (edge: number, lawyer: number) => number): Map<number, number[]> {
    return Map.groupBy(this.order.instance.edgeLawyer.keys(), (edge) =>
      keyOf(edge, this.order.instance.edgeLawyer[edge] as number),
    );
  }

  private column({ cost, lower = 0, upper = 1, start = 0, whole = false }: Column): number {
    this.lowers.push(lower);
    this.uppers.push(upper);
    this.isInteger.push(whole);
    this.start.push(start);
    return this.costs.push(cost) - 1;
  }

  private row(lower: number, upper: number, columns: number[], values = columns.map(() => 1)): void {
    this.rows.push({ lower, upper, columns, values });
  }
}

interface Column {
  readonly cost: number;
  readonly lower?: number;
  readonly upper?: number;
  /** Value in the plan to begin with. */
  readonly start?: number;
  readonly whole?: boolean;
}
