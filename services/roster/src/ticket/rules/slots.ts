import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { Hours } from '../../reception-settings/rules/reception-settings.ts';

/** A stretch of the day, wall-clock `HH:MM`, the end excluded. */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

const MINUTES_AN_HOUR = 60;

/** The appointments a half-day is cut into; what is left over at its end is too short for one. */
export function slotsOf({ from, to }: Hours, minutes: number): Slot[] {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const count = Math.floor((end - start) / minutes);
  return Array.from({ length: count }, (_, at) => ({
    from: clock(start + at * minutes),
    to: clock(start + (at + 1) * minutes),
  }));
}

/**
 * The slot a visitor gets: the one asked for, or the first that is free.
 * @throws Invalid `SLOT_INVALID`; RuleBroken `SLOT_TAKEN`, `RECEPTION_DAY_FULL`
 */
export function chooseSlot(slots: readonly Slot[], taken: ReadonlySet<string>, wanted: string | null): Slot {
  if (wanted !== null) {
    const slot = slots.find(({ from }) => from === wanted);
    if (!slot) throw new Invalid('SLOT_INVALID', { field: 'slot' });
    if (taken.has(slot.from)) throw new RuleBroken('SLOT_TAKEN', { field: 'slot' });
    return slot;
  }
  const free = slots.find(({ from }) => !taken.has(from));
  if (!free) throw new RuleBroken('RECEPTION_DAY_FULL', { field: 'receptionDayId' });
  return free;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * MINUTES_AN_HOUR + Number(time.slice(3));
}

function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / MINUTES_AN_HOUR))}:${two(minutes % MINUTES_AN_HOUR)}`;
}
