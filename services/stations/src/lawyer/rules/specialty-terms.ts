import { Invalid } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { Specialty } from './kinds.ts';

/** Both days included; `validTo` null: until further notice. */
export interface SpecialtyTerm {
  readonly specialty: Specialty;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** @throws Invalid `SPECIALTY_ENDS_BEFORE_IT_BEGINS`, `SPECIALTY_OVERLAPS` */
export function checkSpecialtyTerms(terms: readonly SpecialtyTerm[]): void {
  for (const [at, { specialty, validFrom, validTo }] of terms.entries()) {
    const field = `specialties.${at}`;
    if (validTo !== null && validTo < validFrom) throw new Invalid('SPECIALTY_ENDS_BEFORE_IT_BEGINS', { field });
    const clash = terms.some(
      (other, place) =>
        place < at &&
        other.specialty === specialty &&
        other.validFrom <= (validTo ?? other.validFrom) &&
        validFrom <= (other.validTo ?? validFrom),
    );
    if (clash) throw new Invalid('SPECIALTY_OVERLAPS', { field });
  }
}

/** Each once, on that day. */
export function specialtiesOn(terms: readonly SpecialtyTerm[], day: LocalDate): Specialty[] {
  const held = terms.filter(({ validFrom, validTo }) => validFrom <= day && day <= (validTo ?? day));
  return [...new Set(held.map(({ specialty }) => specialty))];
}
