import { addDays, type LocalDate } from '@everyletter/kit/time';
import { type RawBuilder, sql } from 'kysely';
import type { ClockState } from './rules/clock.ts';

/** The clocks every petition has. */
export type StoredClock = 'PROCEDURAL' | 'SUBSTANTIVE';

/** A clock's columns, in a query where `p` is the petition and `m` its matter. */
export const CLOCK_COLUMNS = {
  PROCEDURAL: {
    dueOn: sql.ref('p.procedural_due_on'),
    targetOn: sql.ref('p.procedural_target_on'),
    stoppedOn: sql.ref('p.procedural_stopped_on'),
  },
  SUBSTANTIVE: {
    dueOn: sql.ref('m.substantive_due_on'),
    targetOn: sql.ref('m.substantive_target_on'),
    stoppedOn: sql.ref('m.substantive_stopped_on'),
  },
} as const;

/** The rule of `clockState` as a condition, for lists; states are never stored. */
export function clockStateCondition(
  clock: StoredClock,
  state: ClockState | null,
  { today, warnDays }: { readonly today: LocalDate; readonly warnDays: number },
): RawBuilder<unknown> | null {
  const { dueOn, targetOn, stoppedOn } = CLOCK_COLUMNS[clock];
  const running = sql`(${stoppedOn} is null and ${dueOn} >= ${today})`;
  switch (state) {
    case null:
      return null;
    case 'NOT_STARTED':
      return sql`(${dueOn} is null or ${targetOn} is null)`;
    case 'STOPPED':
      return sql`(${dueOn} is not null and ${targetOn} is not null and ${stoppedOn} is not null)`;
    case 'OVERDUE':
      return sql`(${stoppedOn} is null and ${dueOn} < ${today} and ${targetOn} is not null)`;
    case 'DUE_SOON':
      return sql`(${running} and ${targetOn} <= ${addDays(today, warnDays)})`;
    case 'RUNNING':
      return sql`(${running} and ${targetOn} > ${addDays(today, warnDays)})`;
  }
}
