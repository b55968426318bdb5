import { Invalid } from '@everyletter/kit/errors';
import { type LocalDate, weekday } from '@everyletter/kit/time';
import type { HalfDay } from '../../coverage/rules/coverage.ts';

/** How gladly a lawyer serves in a half-day; whoever is `UNAVAILABLE` is not put on duty. */
export const AvailabilityLevel = {
  PREFERRED: 'PREFERRED',
  AVAILABLE: 'AVAILABLE',
  RELUCTANT: 'RELUCTANT',
  UNAVAILABLE: 'UNAVAILABLE',
} as const;
export type AvailabilityLevel = (typeof AvailabilityLevel)[keyof typeof AvailabilityLevel];

/** One half-day of every week. `weekday`: 1 = Monday … 7 = Sunday; a made-up weekend day is worked as what it is. */
export interface WeeklySlot {
  readonly weekday: number;
  readonly halfDay: HalfDay;
  readonly level: AvailabilityLevel;
}

/** Certain days, both included; `halfDay` null: the whole day. */
export interface DatedAvailability {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly halfDay: HalfDay | null;
  readonly level: AvailabilityLevel;
}

/** What a lawyer said about when they can serve: fourteen levels, Monday morning first, and certain days. */
export interface Availability {
  readonly weekly: readonly AvailabilityLevel[];
  readonly dated: readonly DatedAvailability[];
}

export const SLOTS_A_WEEK = 14;
const LEVELS = Object.values(AvailabilityLevel);

/** A word about certain days goes before the weekly pattern; of several, the least willing. */
export function availabilityOn({ weekly, dated }: Availability, date: LocalDate, halfDay: HalfDay): AvailabilityLevel {
  const said = dated
    .filter((one) => one.startsOn <= date && date <= one.endsOn && (one.halfDay ?? halfDay) === halfDay)
    .map(({ level }) => level);
  if (said.length === 0) return weekly[slotOf(weekday(date), halfDay)] ?? 'AVAILABLE';
  return said.reduce((least, level) => (LEVELS.indexOf(level) > LEVELS.indexOf(least) ? level : least));
}

export function toSlots(weekly: readonly AvailabilityLevel[]): WeeklySlot[] {
  return weekly.map((level, at) => ({
    weekday: Math.floor(at / 2) + 1,
    halfDay: at % 2 === 0 ? 'MORNING' : 'AFTERNOON',
    level,
  }));
}

/** Half-days that are not named are available. @throws Invalid `WEEKDAY_INVALID` */
export function fromSlots(slots: readonly WeeklySlot[]): AvailabilityLevel[] {
  const weekly: AvailabilityLevel[] = Array.from({ length: SLOTS_A_WEEK }, () => 'AVAILABLE');
  for (const { weekday: day, halfDay, level } of slots) {
    if (!Number.isInteger(day) || day < 1 || day > 7) throw new Invalid('WEEKDAY_INVALID', { field: 'slots' });
    weekly[slotOf(day, halfDay)] = level;
  }
  return weekly;
}

function slotOf(day: number, halfDay: HalfDay): number {
  return (day - 1) * 2 + (halfDay === 'MORNING' ? 0 : 1);
}
