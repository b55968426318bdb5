import { edgeOf, type Instance, OPEN_SEAT_COST, type SeatPlan, shareCost } from './instance.ts';

/**
 * A plan while it is being changed: one seat at a time, with the cost kept up. Never breaks a hard rule as long as
 * whoever changes it asks `can` first.
 */
export class DutyState {
  readonly plan: SeatPlan;
  cost = 0;
  private readonly load: Int32Array;
  private readonly weekLoad: Int32Array;
  private readonly monthLoad: Int32Array;
  /** Seat of each half-day of each lawyer, or -1. */
  private readonly seatAt: Int32Array;
  /** Seats of each lawyer, in no order. */
  private readonly seatsOf: number[][];
  private readonly shareCosts: Float64Array[];

  /** @param bonus what keeping an edge saves, by edge; for plans that shall differ little from the published one */
  constructor(
    readonly instance: Instance,
    start: SeatPlan,
    private readonly bonus: Float64Array | null = null,
  ) {
    const { lawyers, weeks, months, days, seats, monthCap } = instance;
    this.plan = new Int32Array(seats).fill(-1);
    this.load = new Int32Array(lawyers);
    this.weekLoad = new Int32Array(lawyers * weeks);
    this.monthLoad = new Int32Array(lawyers * months);
    this.seatAt = new Int32Array(lawyers * days * 2).fill(-1);
    this.seatsOf = Array.from({ length: lawyers }, () => []);
    this.shareCosts = Array.from({ length: lawyers }, (_, lawyer) => {
      const most = monthCap.subarray(lawyer * months, (lawyer + 1) * months).reduce((sum, cap) => sum + cap, 0);
      return Float64Array.from({ length: Math.min(most, days * 2) + 1 }, (_, n) => shareCost(instance, lawyer, n));
    });
    for (let seat = 0; seat < seats; seat++) this.cost += this.openCost(seat);
    for (let seat = 0; seat < seats; seat++) {
      const edge = start[seat] as number;
      if (edge >= 0) this.assign(seat, edge);
    }
  }

  lawyerOf(seat: number): number {
    const edge = this.plan[seat] as number;
    return edge < 0 ? -1 : (this.instance.edgeLawyer[edge] as number);
  }

  /** Whether the lawyer, who must be eligible for the seat, has that half-day and the caps free. */
  can(seat: number, lawyer: number): boolean {
    return this.blockOf(seat, lawyer) === null;
  }

  /** The first rule that keeps an eligible lawyer from the seat, or `null`. */
  blockOf(seat: number, lawyer: number): 'AT_OTHER_STATION' | 'OTHER_HALL_SAME_DAY' | 'WEEK_MAX' | 'MONTH_MAX' | null {
    const { seatHall, weeks, months, weekOf, monthOf, weekCap, monthCap } = this.instance;
    const half = this.halfOf(seat, lawyer);
    if ((this.seatAt[half] as number) >= 0) return 'AT_OTHER_STATION';
    const other = this.seatAt[half ^ 1] as number;
    if (other >= 0 && seatHall[other] !== seatHall[seat]) return 'OTHER_HALL_SAME_DAY';
    const day = this.instance.seatDay[seat] as number;
    const week = lawyer * weeks + (weekOf[day] as number);
    if ((this.weekLoad[week] as number) >= (weekCap[week] as number)) return 'WEEK_MAX';
    const month = lawyer * months + (monthOf[day] as number);
    if ((this.monthLoad[month] as number) >= (monthCap[month] as number)) return 'MONTH_MAX';
    return null;
  }

  /** What taking the seat by this edge adds; below 0 it saves, since the seat is no longer open. */
  costOf(seat: number, edge: number): number {
    const { edgeLawyer, edgeCost, travel, halls, seatHall } = this.instance;
    const lawyer = edgeLawyer[edge] as number;
    const isTrip = (this.seatAt[this.halfOf(seat, lawyer) ^ 1] as number) < 0;
    const trip = isTrip ? (travel[lawyer * halls + (seatHall[seat] as number)] as number) : 0;
    const share = this.shareCosts[lawyer]?.[this.load[lawyer] as number] ?? 0;
    const kept = this.bonus ? (this.bonus[edge] as number) : 0;
    return (edgeCost[edge] as number) - kept + share + trip - this.openCost(seat);
  }

  assign(seat: number, edge: number): void {
    const lawyer = this.instance.edgeLawyer[edge] as number;
    this.cost += this.costOf(seat, edge);
    this.plan[seat] = edge;
    this.seatAt[this.halfOf(seat, lawyer)] = seat;
    this.seatsOf[lawyer]?.push(seat);
    this.count(seat, lawyer, 1);
  }

  unassign(seat: number): void {
    const edge = this.plan[seat] as number;
    const lawyer = this.instance.edgeLawyer[edge] as number;
    this.plan[seat] = -1;
    this.seatAt[this.halfOf(seat, lawyer)] = -1;
    const own = this.seatsOf[lawyer] as number[];
    own[own.indexOf(seat)] = own.at(-1) as number;
    own.pop();
    this.count(seat, lawyer, -1);
    this.cost -= this.costOf(seat, edge);
  }

  /** Seat the lawyer has in the half-day of `seat`, and in the other half of that day; -1 where none. */
  seatBeside(seat: number, lawyer: number): { readonly same: number; readonly other: number } {
    const half = this.halfOf(seat, lawyer);
    return { same: this.seatAt[half] as number, other: this.seatAt[half ^ 1] as number };
  }

  held(lawyer: number): readonly number[] {
    return this.seatsOf[lawyer] ?? [];
  }

  hasWeek(lawyer: number, week: number): boolean {
    const at = lawyer * this.instance.weeks + week;
    return (this.weekLoad[at] as number) < (this.instance.weekCap[at] as number);
  }

  hasMonth(lawyer: number, month: number): boolean {
    const at = lawyer * this.instance.months + month;
    return (this.monthLoad[at] as number) < (this.instance.monthCap[at] as number);
  }

  openSeats(): number[] {
    const open: number[] = [];
    this.plan.forEach((edge, seat) => {
      if (edge < 0) open.push(seat);
    });
    return open;
  }

  /** The edge to the cheapest lawyer who can take the seat now, or -1. */
  cheapest(seat: number): number {
    const { edgeStart, edgeLawyer } = this.instance;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
      if (!this.can(seat, edgeLawyer[edge] as number)) continue;
      const cost = this.costOf(seat, edge);
      if (cost >= least) continue;
      least = cost;
      best = edge;
    }
    return best;
  }

  edge(seat: number, lawyer: number): number {
    return edgeOf(this.instance, seat, lawyer);
  }

  private halfOf(seat: number, lawyer: number): number {
    const { days, seatDay, seatHalf } = this.instance;
    return (lawyer * days + (seatDay[seat] as number)) * 2 + (seatHalf[seat] as number);
  }

  private openCost(seat: number): number {
    return OPEN_SEAT_COST * (this.instance.seatWeight[seat] as number);
  }

  private count(seat: number, lawyer: number, by: 1 | -1): void {
    const { weeks, months, weekOf, monthOf, seatDay } = this.instance;
    const day = seatDay[seat] as number;
    const week = lawyer * weeks + (weekOf[day] as number);
    const month = lawyer * months + (monthOf[day] as number);
    this.load[lawyer] = (this.load[lawyer] as number) + by;
    this.weekLoad[week] = (this.weekLoad[week] as number) + by;
    this.monthLoad[month] = (this.monthLoad[month] as number) + by;
  }
}
