import type { LocalDate } from '@everyletter/kit/time';
import type { AvailabilityLevel } from '../../availability/rules/availability.ts';
import type { HalfDay } from '../../coverage/rules/coverage.ts';
import type { SlotPlace } from '../../requirement/rules/slots.ts';

/** One seat of a half-day: a line that wants two lawyers has two of them. `seat` counts from 1. */
export interface SeatPlace extends SlotPlace {
  readonly seat: number;
}

export interface PlanSeat extends SeatPlace {
  readonly hallId: string;
  readonly specialties: readonly string[];
  readonly language: string | null;
  readonly priority: number;
  /** Who has it in the published plan, or in the draft that is changed. */
  readonly lawyerId: string | null;
  /** Planning leaves it as it is. */
  readonly locked: boolean;
}

/** What planning knows of a lawyer. Caps that are null are none; no stations named means all. */
export interface PlanLawyer {
  readonly id: string;
  readonly specialties: readonly {
    readonly specialty: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  }[];
  readonly languages: readonly string[];
  readonly stationIds: readonly string[];
  readonly preferredStationIds: readonly string[];
  readonly weeklyCap: number | null;
  readonly monthlyCap: number | null;
  readonly joinedOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  /** By day of the input and half-day: `day * 2`, plus 1 in the afternoon. */
  readonly availability: readonly AvailabilityLevel[];
  /** Half-days served in the weeks before the period: what a fair share goes on from. */
  readonly servedBefore: number;
  /** Stations served in those weeks. */
  readonly knownStationIds: readonly string[];
}

/** A half-day somebody serves that the plan does not touch: it counts for caps, halls and places. */
export interface Commitment {
  readonly lawyerId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly hallId: string;
}

/** Everything a plan is made from. Days are working days with seats, in order; seats in the order of `bySlot`. */
export interface PlanningInput {
  readonly days: readonly LocalDate[];
  readonly seats: readonly PlanSeat[];
  readonly lawyers: readonly PlanLawyer[];
  readonly commitments: readonly Commitment[];
}

/** What is supposed although it is not so, to see whether it would help. */
export type Assumption =
  | { readonly kind: 'RAISE_WEEKLY_CAP' | 'RAISE_MONTHLY_CAP'; readonly lawyerId: string }
  | { readonly kind: 'ASK_UNAVAILABLE' | 'BORROW'; readonly lawyerId: string; readonly seat: SeatPlace }
  | { readonly kind: 'WIDEN_SPECIALTIES'; readonly specialty: string; readonly seat: SeatPlace }
  | { readonly kind: 'LOWER_NEED'; readonly seat: SeatPlace };

export function seatKey({ stationId, date, halfDay, line, seat }: SeatPlace): string {
  return `${stationId}/${date}/${halfDay}/${line}/${seat}`;
}

/** The input as it would be. Widening concerns every seat of that line; asking and borrowing one half-day. */
export function assume(input: PlanningInput, assumption: Assumption): PlanningInput {
  switch (assumption.kind) {
    case 'RAISE_WEEKLY_CAP':
      return withLawyer(input, assumption.lawyerId, ({ weeklyCap }) => ({ weeklyCap: (weeklyCap ?? 0) + 1 }));
    case 'RAISE_MONTHLY_CAP':
      return withLawyer(input, assumption.lawyerId, ({ monthlyCap }) => ({ monthlyCap: (monthlyCap ?? 0) + 1 }));
    case 'ASK_UNAVAILABLE':
      return withLawyer(input, assumption.lawyerId, ({ availability }) => ({
        availability: availability.with(halfOf(input, assumption.seat), 'RELUCTANT'),
      }));
    case 'BORROW':
      return withLawyer(input, assumption.lawyerId, ({ stationIds }) => ({
        stationIds: stationIds.length === 0 ? [] : [...stationIds, assumption.seat.stationId],
      }));
    case 'WIDEN_SPECIALTIES':
      return {
        ...input,
        seats: input.seats.map((seat) =>
          seat.specialties.length > 0 &&
          seat.stationId === assumption.seat.stationId &&
          seat.line === assumption.seat.line
            ? { ...seat, specialties: [...seat.specialties, assumption.specialty] }
            : seat,
        ),
      };
    case 'LOWER_NEED':
      return { ...input, seats: input.seats.filter((seat) => seatKey(seat) !== seatKey(assumption.seat)) };
  }
}

export function assumeAll(input: PlanningInput, assumptions: readonly Assumption[]): PlanningInput {
  return assumptions.reduce(assume, input);
}

export function halfOf({ days }: PlanningInput, { date, halfDay }: Pick<SeatPlace, 'date' | 'halfDay'>): number {
  return days.indexOf(date) * 2 + (halfDay === 'MORNING' ? 0 : 1);
}

function withLawyer(
  input: PlanningInput,
  lawyerId: string,
  change: (lawyer: PlanLawyer) => Partial<PlanLawyer>,
): PlanningInput {
  const lawyers = input.lawyers.map((lawyer) => (lawyer.id === lawyerId ? { ...lawyer, ...change(lawyer) } : lawyer));
  return { ...input, lawyers };
}
