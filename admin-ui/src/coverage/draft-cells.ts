import type { PlanData, SeatPlace } from './coverage-queries.ts';
import type { MatrixCell } from './matrix.ts';

type CellPlace = Pick<SeatPlace, 'stationId' | 'date' | 'halfDay'>;

export function sameSeat(one: SeatPlace, other: SeatPlace): boolean {
  return isIn(one, other) && one.line === other.line && one.seat === other.seat;
}

function isIn(seat: CellPlace, cell: CellPlace): boolean {
  return seat.stationId === cell.stationId && seat.date === cell.date && seat.halfDay === cell.halfDay;
}

export function seatsOfCell(plan: PlanData, cell: CellPlace): PlanData['seats'] {
  return plan.seats.filter((seat) => isIn(seat, cell));
}

/** Of the seats of a half-day the open one, which is what somebody looks for, or the first. */
export function foremost<Seat extends { readonly lawyerId: string | null }>(seats: readonly Seat[]): Seat | undefined {
  return seats.find(({ lawyerId }) => lawyerId === null) ?? seats[0];
}

export const addressOf = ({ stationId, date, halfDay, line, seat }: SeatPlace) =>
  [stationId, date, halfDay, line, seat].join('/');

/** The seat an address names: a whole seat, or a half-day of a station. */
export function seatOfAddress(plan: PlanData, address: unknown): SeatPlace | null {
  if (typeof address !== 'string') return null;
  return placeOf(foremost(plan.seats.filter((seat) => `${addressOf(seat)}/`.startsWith(`${address}/`))));
}

/** Only what names the seat, as the server asks for it. */
export function placeOf(seat: SeatPlace | undefined): SeatPlace | null {
  if (!seat) return null;
  const { stationId, date, halfDay, line, seat: number } = seat;
  return { stationId, date, halfDay, line, seat: number };
}

/** The cells of a draft, with what it changes marked. */
export function draftCells(plan: PlanData, nameOf: (id: string) => string): MatrixCell[] {
  const changed = new Set(plan.changes.map(({ seat }) => JSON.stringify(placeOf(seat))));
  const byCell = Map.groupBy(plan.seats, ({ stationId, date, halfDay }) => `${stationId}/${date}/${halfDay}`);
  return [...byCell.values()].flatMap((seats) => {
    const [first] = seats;
    if (!first) return [];
    const people = seats.flatMap((seat) =>
      seat.lawyerId
        ? [{ name: nameOf(seat.lawyerId), changed: changed.has(JSON.stringify(placeOf(seat))), locked: seat.locked }]
        : [],
    );
    const { stationId, date, halfDay } = first;
    return [
      {
        stationId,
        date,
        halfDay,
        required: seats.length,
        people,
        open: seats.length - people.length,
        exceptionId: null,
      },
    ];
  });
}
