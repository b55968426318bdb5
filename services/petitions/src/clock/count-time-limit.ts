import { Invalid } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import type { TimeLimitType } from './clock.type.ts';
import type { FoldedKind } from './rules/clock.ts';
import { timeLimit } from './rules/due-date.ts';
import { explain } from './rules/explanation.ts';

/**
 * Counts a limit for somebody who asks, under the pack and the calendar in force now; nothing is stored. The day an
 * organ above sets is its own and is not counted; a clock of a category depends on the category.
 */
export async function countTimeLimit(
  { kind, receivedOn }: { readonly kind: FoldedKind; readonly receivedOn: LocalDate },
  { terms }: Context,
): Promise<TimeLimitType> {
  if (kind === 'SUPERIOR_REPORT' || kind === 'CATEGORY') throw new Invalid('CLOCK_NOT_COUNTED', { field: 'kind' });
  const { pack, calendar } = await terms.current();
  const { period, legalBasis } = pack.clocks[kind];
  const { steps, ...limit } = timeLimit(receivedOn, period, calendar);
  const versions = { policyVersion: pack.version, calendarVersion: calendar.version };
  return { kind, receivedOn, ...limit, ...versions, legalBasis, steps: steps.map(explain) };
}
