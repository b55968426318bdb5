import { Invalid } from '@everyletter/kit/errors';
import { addMonths, type LocalDate } from '@everyletter/kit/time';
import { type Slot, type SlotPlace, slotKey } from '../../requirement/rules/slots.ts';

export const HalfDay = { MORNING: 'MORNING', AFTERNOON: 'AFTERNOON' } as const;
export type HalfDay = (typeof HalfDay)[keyof typeof HalfDay];

/** Both days included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** How many lawyers are assigned to one line in one half-day of one station. */
export interface Seats extends SlotPlace {
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

/** What a station asks of one half-day over all its lines, and what is there. */
export interface HalfDayCoverage {
  readonly stationId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly requiredSeats: number;
  readonly coveredSeats: number;
  /** An exception changed what is required. */
  readonly exceptionId: string | null;
}

/**
 * Seats required and held; a lawyer too many on one line or in one half-day makes up for no other.
 * Source: 工作日全覆盖.
 */
export function coverageOf(slots: readonly Slot[], seats: readonly Seats[]): Coverage {
  const halfDays = coverageByHalfDay(slots, seats);
  const requiredSeats = halfDays.reduce((sum, one) => sum + one.requiredSeats, 0);
  const coveredSeats = halfDays.reduce((sum, one) => sum + one.coveredSeats, 0);
  return { requiredSeats, coveredSeats, rate: requiredSeats > 0 ? coveredSeats / requiredSeats : null };
}

/** In the order of the slots; half-days no line asks for are left out. The same counting as `coverageOf`. */
export function coverageByHalfDay(slots: readonly Slot[], seats: readonly Seats[]): HalfDayCoverage[] {
  const held = new Map<string, number>();
  for (const one of seats) held.set(slotKey(one), (held.get(slotKey(one)) ?? 0) + one.lawyers);
  const byHalfDay = new Map<string, HalfDayCoverage>();
  for (const slot of slots) {
    const { stationId, date, halfDay, lawyers, exceptionId } = slot;
    const key = `${stationId}/${date}/${halfDay}`;
    const before = byHalfDay.get(key);
    byHalfDay.set(key, {
      stationId,
      date,
      halfDay,
      requiredSeats: (before?.requiredSeats ?? 0) + lawyers,
      coveredSeats: (before?.coveredSeats ?? 0) + Math.min(held.get(slotKey(slot)) ?? 0, lawyers),
      exceptionId: before?.exceptionId ?? exceptionId,
    });
  }
  return [...byHalfDay.values()];
}
