import { Invalid } from '@everyletter/kit/errors';

/** A day something is said to have happened on, with the first and the last it can be. Civil days. */
export interface SaidDay {
  readonly field: string;
  readonly day: string;
  /** Null: nothing is known that came before it. */
  readonly from: string | null | undefined;
  readonly today: string;
}

/** @throws Invalid `DAY_IN_FUTURE`, `DAY_TOO_EARLY` naming the earliest possible day */
export function checkDay({ field, day, from, today }: SaidDay): void {
  if (day > today) throw new Invalid('DAY_IN_FUTURE', { field });
  if (from && day < from) throw new Invalid('DAY_TOO_EARLY', { field, from });
}
