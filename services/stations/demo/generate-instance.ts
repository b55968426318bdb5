import { seededChance } from '../src/planning/rules/chance.ts';
import type { Instance } from '../src/planning/rules/instance.ts';

/** A made-up office, or a whole province in one: the same for the same numbers on every machine. */
export interface OfficeSize {
  readonly stations: number;
  readonly lawyers: number;
  readonly cities: number;
  readonly seed: number;
  /** How much of their month lawyers give: 1 is ordinary, 0.7 is tight. */
  readonly tightness?: number;
}

export const DISTRICT = { stations: 3, lawyers: 25, cities: 1, seed: 11 } as const;
export const CITY = { stations: 40, lawyers: 400, cities: 1, seed: 12 } as const;
export const PROVINCE = { stations: 300, lawyers: 3000, cities: 14, seed: 13 } as const;

/** July 2026: 23 working days, the first of them a Wednesday. */
const DAYS = 23;
const FIRST_WEEKDAY = 2;
const [CRIMINAL, CIVIL, ADMINISTRATIVE, ENTERPRISE, JUVENILE] = [1, 2, 4, 8, 16];
const ODDS: readonly (readonly [number, number])[] = [
  [CRIMINAL, 0.45],
  [CIVIL, 0.6],
  [ADMINISTRATIVE, 0.25],
  [ENTERPRISE, 0.3],
  [JUVENILE, 0.1],
];
const CONFLICT_ODDS = 0.03;

interface MadeSeat {
  readonly station: number;
  readonly day: number;
  readonly half: number;
  readonly specialties: number;
  readonly weight: number;
}

interface MadeLawyer {
  readonly specialties: number;
  readonly x: number;
  readonly y: number;
  /** Kilometres. */
  readonly reach: number;
  readonly home: number;
  readonly weekly: number;
  readonly monthly: number;
  /** By half-day of the month. */
  readonly isFree: readonly boolean[];
  /** By half-day of the week. */
  readonly dislike: readonly number[];
}

/** About a hall for three stations, halls by city in a square of 40 km. */
export function generateInstance(size: OfficeSize): Instance {
  const chance = seededChance(size.seed);
  const halls = makeHalls(size, chance);
  const seats = makeSeats(size, chance, halls.length);
  const lawyers = Array.from({ length: size.lawyers }, () => makeLawyer(halls, size.tightness ?? 1, chance));
  const distance = (lawyer: MadeLawyer, hall: number) => {
    const place = halls[hall] as Place;
    return Math.hypot(lawyer.x - place.x, lawyer.y - place.y);
  };
  const reached = halls.map((_, hall) =>
    lawyers.flatMap((one, at) => (one.home === hall || distance(one, hall) <= one.reach ? [at] : [])),
  );
  const conflicts = makeConflicts(size, reached, chance);
  const edges = seats.map((seat) =>
    (reached[seat.station % halls.length] as number[]).filter((at) => {
      const lawyer = lawyers[at] as MadeLawyer;
      const isEligible = (lawyer.specialties & seat.specialties) !== 0 && lawyer.isFree[seat.day * 2 + seat.half];
      return isEligible && !conflicts.has(at * size.stations + seat.station);
    }),
  );
  const capacity = lawyers.reduce((sum, { monthly }) => sum + monthly, 0);
  const week = (day: number) => Math.floor((day + FIRST_WEEKDAY) / 5);
  const weeks = week(DAYS - 1) + 1;
  return {
    days: DAYS,
    weekOf: Int32Array.from({ length: DAYS }, (_, day) => week(day)),
    monthOf: new Int32Array(DAYS),
    weeks,
    months: 1,
    lawyers: lawyers.length,
    weekCap: Int32Array.from(lawyers.flatMap(({ weekly }) => new Array<number>(weeks).fill(weekly))),
    monthCap: Int32Array.from(lawyers, ({ monthly }) => monthly),
    fairShare: Float64Array.from(lawyers, ({ monthly }) => Math.max(1, (seats.length * monthly) / capacity)),
    earlier: new Float64Array(lawyers.length),
    halls: halls.length,
    travel: Float64Array.from(lawyers.flatMap((one) => halls.map((_, hall) => Math.round(distance(one, hall) * 0.4)))),
    seats: seats.length,
    seatHall: Int32Array.from(seats, ({ station }) => station % halls.length),
    seatDay: Int32Array.from(seats, ({ day }) => day),
    seatHalf: Int32Array.from(seats, ({ half }) => half),
    seatWeight: Int32Array.from(seats, ({ weight }) => weight),
    ...packEdges(seats, edges, lawyers),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function makeHalls({ stations, cities }: OfficeSize, chance: () => number): Place[] {
  return Array.from({ length: Math.max(1, Math.round(stations / 3)) }, (_, hall) => {
    const city = hall % cities;
    return { x: (city % 5) * 60 + chance() * 40, y: Math.floor(city / 5) * 60 + chance() * 40 };
  });
}

function makeSeats({ stations }: OfficeSize, chance: () => number, halls: number): MadeSeat[] {
  const seats: MadeSeat[] = [];
  for (let station = 0; station < stations; station++) {
    const isBig = chance() < 0.5;
    const kind = Math.floor(station / halls) % 3;
    for (let day = 0; day < DAYS; day++) {
      for (const half of [0, 1]) {
        const asked = askedFor(kind, { isBig, weekday: (day + FIRST_WEEKDAY) % 5, half });
        seats.push(...asked.map(([specialties, weight]) => ({ station, day, half, specialties, weight })));
      }
    }
  }
  return seats;
}

/** Specialties and weight of each seat of a half-day. */
function askedFor(kind: number, { isBig, weekday, half }: { isBig: boolean; weekday: number; half: number }) {
  const asked: [number, number][] = [];
  if (kind === 0) {
    asked.push([CRIMINAL, 2], [CRIMINAL | CIVIL | ADMINISTRATIVE, 1]);
    if (weekday === 2 && half === 0) asked.push([JUVENILE, 1]);
  } else if (kind === 1) asked.push([CIVIL | ADMINISTRATIVE, 1]);
  else {
    asked.push([ENTERPRISE, 1]);
    if (isBig && weekday === 1) asked.push([ENTERPRISE | CIVIL, 1]);
  }
  return asked;
}

function makeLawyer(halls: readonly Place[], tightness: number, chance: () => number): MadeLawyer {
  const specialties = ODDS.reduce((mask, [specialty, odds]) => (chance() < odds ? mask | specialty : mask), 0);
  const home = Math.floor(chance() * halls.length);
  const { x, y } = halls[home] as Place;
  const place = { x: x + (chance() - 0.5) * 16, y: y + (chance() - 0.5) * 16 };
  const reach = chance() < 0.02 ? 70 : 12 + chance() * 14;
  const weekly = 2 + Math.floor(chance() * 3);
  const monthly = Math.max(4, Math.round((6 + Math.floor(chance() * 7)) * tightness));
  const dayOff = chance() < 0.5 ? Math.floor(chance() * 5) : -1;
  const weekOff = chance() < 0.1 ? Math.floor(chance() * 5) : -1;
  const dislike = Array.from({ length: 10 }, () => {
    const liking = chance();
    return liking < 0.2 ? 0 : liking < 0.8 ? 2 : 6;
  });
  const isFree = Array.from({ length: DAYS * 2 }, (_, half) => {
    const at = (half >> 1) + FIRST_WEEKDAY;
    return chance() >= 0.25 && at % 5 !== dayOff && Math.floor(at / 5) !== weekOff;
  });
  return { specialties: specialties || CIVIL, home, ...place, reach, weekly, monthly, isFree, dislike };
}

function makeConflicts({ stations }: OfficeSize, reached: readonly number[][], chance: () => number): Set<number> {
  const conflicts = new Set<number>();
  for (let station = 0; station < stations; station++) {
    for (const lawyer of reached[station % reached.length] as number[]) {
      if (chance() < CONFLICT_ODDS) conflicts.add(lawyer * stations + station);
    }
  }
  return conflicts;
}

function packEdges(seats: readonly MadeSeat[], edges: readonly number[][], lawyers: readonly MadeLawyer[]) {
  const edgeStart = new Int32Array(seats.length + 1);
  edges.forEach((own, seat) => {
    edgeStart[seat + 1] = (edgeStart[seat] as number) + own.length;
  });
  const dislikes = edges.flatMap((own, at) => {
    const { day, half } = seats[at] as MadeSeat;
    return own.map((lawyer) => (lawyers[lawyer] as MadeLawyer).dislike[((day + FIRST_WEEKDAY) % 5) * 2 + half] ?? 0);
  });
  return { edgeStart, edgeLawyer: Int32Array.from(edges.flat()), edgeCost: Float64Array.from(dislikes) };
}
