import { Invalid } from '@everyletter/kit/errors';
import { addDays, addMonths, type LocalDate } from '@everyletter/kit/time';
import { isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';

export const HalfDay = { MORNING: 'MORNING', AFTERNOON: 'AFTERNOON' } as const;
export type HalfDay = (typeof HalfDay)[keyof typeof HalfDay];

/** Both days included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** So many lawyers at that station in that half-day of every working day from `from` to `to` (`null`: until further notice). */
export interface Requirement {
  readonly stationId: string;
  readonly halfDay: HalfDay;
  readonly lawyers: number;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** How many lawyers are assigned to one half-day of one station. */
export interface Seats {
  readonly stationId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly lawyers: number;
}

export interface Coverage {
  readonly requiredSeats: number;
  readonly coveredSeats: number;
  /** From 0 to 1; `null` when none was required. */
  readonly rate: number | null;
}

/** Keeps one answer small; not a rule of the domain. Months. */
const PERIOD_MAX_MONTHS = 120;

/** @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG` */
export function coveragePeriod({ from, to }: Period, field: string): Period {
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field });
  if (to >= addMonths(from, PERIOD_MAX_MONTHS)) {
    throw new Invalid('PERIOD_TOO_LONG', { field, maxMonths: PERIOD_MAX_MONTHS });
  }
  return { from, to };
}

/** What one requirement asks of one half-day, and what is there. */
export interface HalfDayCoverage {
  readonly stationId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly requiredSeats: number;
  readonly coveredSeats: number;
}

/** What coverage is counted from, beside the requirements. */
export interface CoverageBasis {
  readonly seats: readonly Seats[];
  readonly calendar: WorkCalendar;
}

/**
 * Seats required and held on the working days of a period; a lawyer too many in one half-day makes up for no other.
 * Make-up working days (调休上班日) count, days off do not. Source: 工作日全覆盖.
 */
export function coverageOf(period: Period, requirements: readonly Requirement[], basis: CoverageBasis): Coverage {
  const halfDays = coverageByHalfDay(period, requirements, basis);
  const requiredSeats = halfDays.reduce((sum, one) => sum + one.requiredSeats, 0);
  const coveredSeats = halfDays.reduce((sum, one) => sum + one.coveredSeats, 0);
  return { requiredSeats, coveredSeats, rate: requiredSeats > 0 ? coveredSeats / requiredSeats : null };
}

/** By day, morning first; half-days that require nobody are left out. The same counting as `coverageOf`. */
export function coverageByHalfDay(
  { from, to }: Period,
  requirements: readonly Requirement[],
  { seats, calendar }: CoverageBasis,
): HalfDayCoverage[] {
  const held = new Map(seats.map((one) => [`${one.stationId}/${one.date}/${one.halfDay}`, one.lawyers]));
  const morningFirst = requirements.toSorted((one, other) => other.halfDay.localeCompare(one.halfDay));
  const halfDays: HalfDayCoverage[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (!isWorkday(date, calendar)) continue;
    for (const requirement of morningFirst) {
      if (!isInForce(requirement, date)) continue;
      const { stationId, halfDay, lawyers } = requirement;
      const there = held.get(`${stationId}/${date}/${halfDay}`) ?? 0;
      halfDays.push({
        stationId,
        date,
        halfDay,
        requiredSeats: lawyers,
        coveredSeats: Math.min(there, lawyers),
      });
    }
  }
  return halfDays;
}

function isInForce({ from, to }: Requirement, date: LocalDate): boolean {
  return date >= from && (to === null || date <= to);
}
