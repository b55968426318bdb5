import type { AvailabilityLevel } from '../../availability/rules/availability.ts';

/** Somebody who could take a seat, and what counts when they are compared. */
export interface Candidate {
  readonly lawyerId: string;
  readonly name: string;
  readonly level: AvailabilityLevel;
  /** Half-days they have in the week and the month of the seat. */
  readonly weekDuties: number;
  readonly monthDuties: number;
  readonly weeklyCap: number | null;
  readonly monthlyCap: number | null;
  readonly eligible: boolean;
  /** Whether they hold one of the specialties the seat asks for; true where it asks for none. */
  readonly suits: boolean;
}

const LEVELS: readonly AvailabilityLevel[] = ['PREFERRED', 'AVAILABLE', 'RELUCTANT', 'UNAVAILABLE'];

/**
 * Those who can, best first: who suits, then who likes to, then who has least to do that month and that week; by name
 * where nothing else tells them apart. Nobody who is away, not eligible, or at a cap.
 */
export function rankedCandidates(candidates: readonly Candidate[]): Candidate[] {
  return candidates
    .filter(({ level, eligible }) => level !== 'UNAVAILABLE' && eligible)
    .filter(({ weekDuties, weeklyCap }) => weeklyCap === null || weekDuties < weeklyCap)
    .filter(({ monthDuties, monthlyCap }) => monthlyCap === null || monthDuties < monthlyCap)
    .toSorted(
      (one, other) =>
        Number(other.suits) - Number(one.suits) ||
        LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) ||
        one.monthDuties - other.monthDuties ||
        one.weekDuties - other.weekDuties ||
        (one.name < other.name ? -1 : 1),
    );
}
