import type { DutyState } from './duty-state.ts';

/** One lawyer moves from one seat to another, or begins at one: `from` is -1 then. Lawyers and seats by number. */
export interface Move {
  readonly lawyer: number;
  readonly from: number;
  readonly to: number;
}

/** What a search for an open seat came to. */
export interface Search {
  /** Seats that compete with the open one, itself included, and lawyers who could take any of them. */
  readonly seats: ReadonlySet<number>;
  readonly lawyers: ReadonlySet<number>;
  /** Moves that fill the seat, the open one first; `null` when there are none, which proves that nothing fills it. */
  readonly chain: readonly Move[] | null;
}

const NOWHERE = -1;

/**
 * Searches who could take the seat, what they would drop, who could take that, and so on, until a lawyer with a free
 * half-day, week and month is reached. It is the residual graph of a flow that knows every hard rule but the one hall
 * a day; a week across two months it takes for two. Both only make it find more: where it finds nothing, no plan fills
 * the seat without opening another. Nodes are numbered: seats, half-days of lawyers, pieces of weeks, months.
 */
export class ResidualSearch {
  private readonly parents = new Map<number, number>();
  private readonly queue: number[] = [];
  private readonly halves: number;
  private readonly pieces: number;
  private readonly months: number;

  constructor(private readonly state: DutyState) {
    const { seats, lawyers, days, weeks, months } = state.instance;
    this.halves = seats;
    this.pieces = this.halves + lawyers * days * 2;
    this.months = this.pieces + lawyers * weeks * months;
  }

  search(seat: number): Search {
    this.parents.clear();
    this.queue.length = 0;
    this.reach(seat, NOWHERE);
    let end = NOWHERE;
    for (let at = 0; at < this.queue.length && end === NOWHERE; at++) {
      const node = this.queue[at] as number;
      if (this.expand(node)) end = node;
    }
    const { days } = this.state.instance;
    const halves = this.queue.filter((node) => node >= this.halves && node < this.pieces);
    return {
      seats: new Set(this.queue.filter((node) => node < this.halves)),
      lawyers: new Set(halves.map((half) => Math.floor((half - this.halves) / (days * 2)))),
      chain: end === NOWHERE ? null : this.chainTo(end),
    };
  }

  private reach(node: number, parent: number): void {
    if (this.parents.has(node)) return;
    this.parents.set(node, parent);
    this.queue.push(node);
  }

  /** Whether it is the end: a month with room. */
  private expand(node: number): boolean {
    if (node < this.halves) this.expandSeat(node);
    else if (node < this.pieces) this.expandHalf(node);
    else if (node < this.months) this.expandPiece(node);
    else return this.expandMonth(node);
    return false;
  }

  private expandSeat(seat: number): void {
    const { edgeStart, edgeLawyer } = this.state.instance;
    for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
      this.reach(this.halfOf(seat, edgeLawyer[edge] as number), seat);
    }
  }

  private expandHalf(node: number): void {
    const { days, weeks, months, weekOf, monthOf } = this.state.instance;
    const half = node - this.halves;
    const lawyer = Math.floor(half / (days * 2));
    const there = this.state.held(lawyer).find((seat) => this.halfOf(seat, lawyer) === node);
    if (there !== undefined) {
      this.reach(there, node);
      return;
    }
    const day = (half >> 1) % days;
    const piece = (weekOf[day] as number) * months + (monthOf[day] as number);
    this.reach(this.pieces + lawyer * weeks * months + piece, node);
  }

  private expandPiece(node: number): void {
    const { weeks, months, weekOf, monthOf, seatDay, weekCap } = this.state.instance;
    const lawyer = Math.floor((node - this.pieces) / (weeks * months));
    const [week, month] = [
      Math.floor(((node - this.pieces) % (weeks * months)) / months),
      (node - this.pieces) % months,
    ];
    const isHere = (day: number) => weekOf[day] === week && monthOf[day] === month;
    const held = this.state.held(lawyer).filter((seat) => isHere(seatDay[seat] as number));
    if (held.length < (weekCap[lawyer * weeks + week] as number))
      this.reach(this.months + lawyer * months + month, node);
    for (const seat of held) this.reach(this.halfOf(seat, lawyer), node);
  }

  private expandMonth(node: number): boolean {
    const { months, monthOf, seatDay } = this.state.instance;
    const lawyer = Math.floor((node - this.months) / months);
    const month = (node - this.months) % months;
    if (this.state.hasMonth(lawyer, month)) return true;
    for (const seat of this.state.held(lawyer)) {
      if (monthOf[seatDay[seat] as number] === month) this.reach(this.halfOf(seat, lawyer), node);
    }
    return false;
  }

  /** From the open seat on: whoever takes a seat leaves the one that comes after it on the way. */
  private chainTo(end: number): Move[] {
    const way: number[] = [];
    for (let node = end; node !== NOWHERE; node = this.parents.get(node) ?? NOWHERE) way.unshift(node);
    const { days } = this.state.instance;
    return way.flatMap((node, at) => {
      if (node >= this.halves) return [];
      const lawyer = Math.floor(((way[at + 1] as number) - this.halves) / (days * 2));
      const next = way.slice(at + 1).find((later) => later < this.halves) ?? NOWHERE;
      return [{ lawyer, from: next !== NOWHERE && this.state.lawyerOf(next) === lawyer ? next : NOWHERE, to: node }];
    });
  }

  private halfOf(seat: number, lawyer: number): number {
    const { days, seatDay, seatHalf } = this.state.instance;
    return this.halves + (lawyer * days + (seatDay[seat] as number)) * 2 + (seatHalf[seat] as number);
  }
}
