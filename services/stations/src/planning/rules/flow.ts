import { type Instance, OPEN_SEAT_COST, shareCost } from './instance.ts';
import { MinHeap } from './min-heap.ts';

/** The cheapest plan when trips are priced by half-day and nothing keeps anybody to one hall a day. */
export interface Flow {
  readonly cost: number;
  /** 1 for each edge that is used. */
  readonly used: Uint8Array;
}

/**
 * Minimum-cost flow by successive shortest paths, a seat at a time: seat ← half-day ← piece of a week within a month ←
 * month ← lawyer, whose half-days grow dearer. Exact; Dijkstra with potentials ends at the first lawyer with room, so
 * that each step stays local. Its cost is a lower bound of every plan whose trips cost at least these prices.
 */
export class CoverageFlow {
  private readonly nodes: {
    readonly half: number;
    readonly piece: number;
    readonly month: number;
    readonly lawyer: number;
    readonly end: number;
  };
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly seenIn: Int32Array;
  private readonly doneIn: Int32Array;
  private readonly parent: Int32Array;
  private readonly heap = new MinHeap();
  private readonly edgeAt: Int32Array;
  private readonly pieceLoad: Int32Array;
  private readonly monthLoad: Int32Array;
  private readonly load: Int32Array;
  private readonly used: Uint8Array;
  private readonly seatOf: Int32Array;
  private round = 0;

  constructor(
    private readonly instance: Instance,
    private readonly price: Float64Array,
  ) {
    const { seats, lawyers, days, weeks, months, edgeLawyer, edgeStart } = instance;
    const half = seats;
    const piece = half + lawyers * days * 2;
    const month = piece + lawyers * weeks * months;
    const lawyer = month + lawyers * months;
    const end = lawyer + lawyers;
    this.nodes = { half, piece, month, lawyer, end };
    this.potential = new Float64Array(end + 1);
    this.distance = new Float64Array(end + 1);
    this.seenIn = new Int32Array(end + 1);
    this.doneIn = new Int32Array(end + 1);
    this.parent = new Int32Array(end + 1);
    this.edgeAt = new Int32Array(lawyers * days * 2).fill(-1);
    this.pieceLoad = new Int32Array(lawyers * weeks * months);
    this.monthLoad = new Int32Array(lawyers * months);
    this.load = new Int32Array(lawyers);
    this.used = new Uint8Array(edgeLawyer.length);
    this.seatOf = new Int32Array(edgeLawyer.length);
    for (let seat = 0; seat < seats; seat++) {
      this.seatOf.fill(seat, edgeStart[seat], edgeStart[seat + 1]);
    }
  }

  solve(): Flow {
    for (let seat = 0; seat < this.instance.seats; seat++) {
      this.shortestPath(seat);
      this.augment();
    }
    return { cost: this.cost(), used: this.used };
  }

  private shortestPath(seat: number): void {
    this.round += 1;
    this.heap.clear();
    this.distance[seat] = 0;
    this.seenIn[seat] = this.round;
    this.parent[seat] = -1;
    this.heap.push(0, seat);
    const settled: number[] = [];
    for (let node = this.heap.pop(); node >= 0; node = this.heap.pop()) {
      if (this.doneIn[node] === this.round) continue;
      this.doneIn[node] = this.round;
      settled.push(node);
      if (node === this.nodes.end) break;
      this.expand(node);
    }
    const length = this.distance[this.nodes.end] as number;
    for (const node of settled)
      this.potential[node] = (this.potential[node] as number) + (this.distance[node] as number) - length;
  }

  private relax(from: number, to: number, cost: number): void {
    if (this.doneIn[to] === this.round) return;
    const reduced = cost + (this.potential[from] as number) - (this.potential[to] as number);
    const distance = (this.distance[from] as number) + Math.max(0, reduced);
    if (this.seenIn[to] === this.round && distance >= (this.distance[to] as number) - 1e-12) return;
    this.seenIn[to] = this.round;
    this.distance[to] = distance;
    this.parent[to] = from;
    this.heap.push(distance, to);
  }

  private expand(node: number): void {
    const { half, piece, month, lawyer } = this.nodes;
    if (node < half) this.expandSeat(node);
    else if (node < piece) this.expandHalf(node);
    else if (node < month) this.expandPiece(node);
    else if (node < lawyer) this.expandMonth(node);
    else this.expandLawyer(node);
  }

  /** Another half-day of somebody, or it stays open. */
  private expandSeat(seat: number): void {
    const { edgeStart, edgeLawyer, days, seatDay, seatHalf, seatWeight } = this.instance;
    const when = (seatDay[seat] as number) * 2 + (seatHalf[seat] as number);
    for (let edge = edgeStart[seat] as number; edge < (edgeStart[seat + 1] as number); edge++) {
      if (this.used[edge]) continue;
      this.relax(seat, this.nodes.half + (edgeLawyer[edge] as number) * days * 2 + when, this.price[edge] as number);
    }
    this.relax(seat, this.nodes.end, OPEN_SEAT_COST * (seatWeight[seat] as number));
  }

  /** The seat that has it now goes elsewhere; or it is free and counts in its week. */
  private expandHalf(node: number): void {
    const edge = this.edgeAt[node - this.nodes.half] as number;
    if (edge >= 0) this.relax(node, this.seatOf[edge] as number, -(this.price[edge] as number));
    else this.relax(node, this.pieceOf(node), 0);
  }

  private expandPiece(node: number): void {
    const { weeks, months, weekCap, days } = this.instance;
    const at = node - this.nodes.piece;
    const lawyer = Math.floor(at / (weeks * months));
    const [week, month] = [Math.floor((at % (weeks * months)) / months), at % months];
    if ((this.pieceLoad[at] as number) < (weekCap[lawyer * weeks + week] as number)) {
      this.relax(node, this.nodes.month + lawyer * months + month, 0);
    }
    if (this.pieceLoad[at] === 0) return;
    const first = this.nodes.half + lawyer * days * 2;
    for (let half = first; half < first + days * 2; half++) {
      if ((this.edgeAt[half - this.nodes.half] as number) >= 0 && this.pieceOf(half) === node)
        this.relax(node, half, 0);
    }
  }

  private expandMonth(node: number): void {
    const { weeks, months, monthCap } = this.instance;
    const at = node - this.nodes.month;
    const [lawyer, month] = [Math.floor(at / months), at % months];
    if ((this.monthLoad[at] as number) < (monthCap[at] as number)) this.relax(node, this.nodes.lawyer + lawyer, 0);
    for (let week = 0; week < weeks; week++) {
      const piece = (lawyer * weeks + week) * months + month;
      if ((this.pieceLoad[piece] as number) > 0) this.relax(node, this.nodes.piece + piece, 0);
    }
  }

  private expandLawyer(node: number): void {
    const { months } = this.instance;
    const lawyer = node - this.nodes.lawyer;
    this.relax(node, this.nodes.end, shareCost(this.instance, lawyer, this.load[lawyer] as number));
    for (let month = lawyer * months; month < (lawyer + 1) * months; month++) {
      if ((this.monthLoad[month] as number) > 0) this.relax(node, this.nodes.month + month, 0);
    }
  }

  private augment(): void {
    const gained: [number, number][] = [];
    for (let to = this.nodes.end; to >= 0; to = this.parent[to] as number) {
      const from = this.parent[to] as number;
      if (from >= 0) this.push(from, to, gained);
    }
    for (const [half, edge] of gained) this.edgeAt[half] = edge;
  }

  /** Moves one half-day along an arc: forward it is counted in, backward out. */
  private push(from: number, to: number, gained: [number, number][]): void {
    const { half, piece, month, lawyer, end } = this.nodes;
    if (from < half) {
      if (to !== end) gained.push([to - half, this.use(from, to)]);
    } else if (from < piece) {
      if (to < half) this.drop(from - half);
      else this.count(this.pieceLoad, to - piece, 1);
    } else if (from < month) {
      if (to < piece) this.count(this.pieceLoad, from - piece, -1);
      else this.count(this.monthLoad, to - month, 1);
    } else if (from < lawyer) {
      if (to < month) this.count(this.monthLoad, from - month, -1);
      else this.count(this.load, to - lawyer, 1);
    } else if (to < lawyer) this.count(this.load, from - lawyer, -1);
  }

  private use(seat: number, half: number): number {
    const { edgeStart, edgeLawyer, days } = this.instance;
    const lawyer = Math.floor((half - this.nodes.half) / (days * 2));
    let edge = edgeStart[seat] as number;
    while (edgeLawyer[edge] !== lawyer) edge += 1;
    this.used[edge] = 1;
    return edge;
  }

  private drop(half: number): void {
    this.used[this.edgeAt[half] as number] = 0;
    this.edgeAt[half] = -1;
  }

  private count(loads: Int32Array, at: number, by: 1 | -1): void {
    loads[at] = (loads[at] as number) + by;
  }

  private pieceOf(half: number): number {
    const { days, weeks, months, weekOf, monthOf } = this.instance;
    const at = half - this.nodes.half;
    const lawyer = Math.floor(at / (days * 2));
    const day = (at >> 1) % days;
    return this.nodes.piece + (lawyer * weeks + (weekOf[day] as number)) * months + (monthOf[day] as number);
  }

  private cost(): number {
    const { seats, seatWeight, lawyers } = this.instance;
    const isFilled = new Uint8Array(seats);
    let cost = 0;
    this.used.forEach((isUsed, edge) => {
      if (!isUsed) return;
      cost += this.price[edge] as number;
      isFilled[this.seatOf[edge] as number] = 1;
    });
    for (let seat = 0; seat < seats; seat++) if (!isFilled[seat]) cost += OPEN_SEAT_COST * (seatWeight[seat] as number);
    for (let lawyer = 0; lawyer < lawyers; lawyer++) {
      for (let n = 0; n < (this.load[lawyer] as number); n++) cost += shareCost(this.instance, lawyer, n);
    }
    return cost;
  }
}
