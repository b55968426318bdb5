import { Invalid } from '@everyletter/kit/errors';
import { daysBetween } from '@everyletter/kit/time';
import type { KeyPeriod } from '../../rota/rules/turns.ts';

/** Keeps a slip of the pen out; not a rule of the domain. */
const MOST_LEADERS = 20;
const MOST_DAYS = 120;

/** @throws Invalid `PERIOD_REVERSED`, `DAYS_TOO_MANY`, `LEADERS_INVALID` */
export function checkKeyPeriod({ fromOn, toOn, leadersPerHalfDay }: Omit<KeyPeriod, 'id'>): void {
  if (toOn < fromOn) throw new Invalid('PERIOD_REVERSED', { field: 'toOn' });
  if (daysBetween(fromOn, toOn) > MOST_DAYS) throw new Invalid('DAYS_TOO_MANY', { field: 'toOn', maxDays: MOST_DAYS });
  if (leadersPerHalfDay < 1 || leadersPerHalfDay > MOST_LEADERS) {
    throw new Invalid('LEADERS_INVALID', { field: 'leadersPerHalfDay', most: MOST_LEADERS });
  }
}
