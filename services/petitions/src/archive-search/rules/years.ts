import { Invalid } from '@everyletter/kit/errors';
import { type LocalDate, parts } from '@everyletter/kit/time';

export const ArchiveFinding = { NOTHING_FOUND: 'NOTHING_FOUND', FOUND: 'FOUND' } as const;
export type ArchiveFinding = (typeof ArchiveFinding)[keyof typeof ArchiveFinding];

/** The year in which the people's procuratorates were founded: no archive of theirs is older. */
const FIRST_YEAR = 1949;

/**
 * Both years are searched, the first to the last; no archive holds a year to come.
 * @throws Invalid `YEAR_INVALID`, `YEARS_REVERSED`
 */
export function checkYears(years: { readonly yearFrom: number; readonly yearTo: number }, today: LocalDate): void {
  const max = parts(today).year;
  for (const field of ['yearFrom', 'yearTo'] as const) {
    if (years[field] < FIRST_YEAR || years[field] > max) {
      throw new Invalid('YEAR_INVALID', { field, min: FIRST_YEAR, max });
    }
  }
  if (years.yearFrom > years.yearTo) throw new Invalid('YEARS_REVERSED', { field: 'yearTo' });
}
