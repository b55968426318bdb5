import { isLocalDate, type LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };

const FIRST_YEAR = 2004;
/** The package answers for later years too, by guessing; nothing of them is published. */
const LAST_YEAR = 2026;

/** The State Council's arrangements of past years as the demo needs them; production calendars come from the roster. */
export function knownCalendar(): WorkCalendar {
  return {
    version: 1,
    years: new Set(Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, at) => FIRST_YEAR + at)),
    daysOff: known(published.holidays),
    extraWorkdays: known(published.workdays),
  };
}

function known(days: Readonly<Record<string, string>>): ReadonlySet<LocalDate> {
  return new Set(Object.keys(days).filter((day): day is LocalDate => isLocalDate(day) && day <= `${LAST_YEAR}-12-31`));
}
