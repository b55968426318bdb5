import { Invalid } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { type RawBuilder, sql } from 'kysely';
import { type StoredClock as ClockName, CLOCK_COLUMNS as COLUMNS } from '../clock/clock-state-condition.ts';
import { type FigureCode, isFigureCode } from './rules/figures.ts';

type Condition = RawBuilder<unknown>;

/** The list behind a figure, over days of receipt where a period is given. */
export interface FigureList {
  readonly figure: string;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/**
 * The same conditions count a figure and list it, so that the two cannot differ.
 * @throws Invalid `FIGURE_UNKNOWN`, `PERIOD_REVERSED`
 */
export function figureListCondition({ figure, from, to }: FigureList, today: LocalDate): Condition {
  if (!isFigureCode(figure)) throw new Invalid('FIGURE_UNKNOWN', { field: 'filter.figure' });
  if (from && to && from > to) throw new Invalid('PERIOD_REVERSED', { field: 'filter.figureTo' });
  return sql`(${figureCondition(figure, today)} and ${receivedBetween(from, to)})`;
}

/** Both days included; `null` leaves that side open. */
export function receivedBetween(from: LocalDate | null, to: LocalDate | null): Condition {
  const bounds = [from && sql`p.received_on >= ${from}`, to && sql`p.received_on <= ${to}`].filter((bound) => !!bound);
  return bounds.length > 0 ? sql.join(bounds, sql` and `) : sql`true`;
}

/** Which petitions a figure counts, the period apart, read on `today`. */
export function figureCondition(figure: FigureCode, today: LocalDate): Condition {
  switch (figure) {
    case 'RECEIVED':
      return sql`true`;
    case 'PROCEDURAL_RATE':
      return decided('PROCEDURAL', today);
    case 'PROCEDURAL_MISSED':
      return sql`${decided('PROCEDURAL', today)} and not ${inTime('PROCEDURAL')}`;
    case 'SUBSTANTIVE_RATE':
      return decided('SUBSTANTIVE', today);
    case 'SUBSTANTIVE_MISSED':
      return sql`${decided('SUBSTANTIVE', today)} and not ${inTime('SUBSTANTIVE')}`;
    case 'OVERDUE_NOW':
      return sql`(${overdue('PROCEDURAL', today)} or ${overdue('SUBSTANTIVE', today)})`;
    case 'UNANSWERED': {
      const { dueOn, stoppedOn } = COLUMNS.SUBSTANTIVE;
      return sql`(${stoppedOn} is null and ${dueOn} >= ${today})`;
    }
    case 'UNANSWERED_OVERDUE':
      return overdue('SUBSTANTIVE', today);
  }
}

/** Stopped on or before the due day: the due day itself is in time. Never null. */
export function inTime(clock: ClockName): Condition {
  const { dueOn, stoppedOn } = COLUMNS[clock];
  return sql`(${stoppedOn} is not null and ${dueOn} is not null and ${stoppedOn} <= ${dueOn})`;
}

/** Not anonymous and not proven unreachable. */
export const reachable: Condition = sql`(p.identity_kind <> 'ANONYMOUS' and p.unreachable_on is null)`;

/** A clock that runs and is not yet due says nothing yet; every other one is counted. */
function decided(clock: ClockName, today: LocalDate): Condition {
  const { dueOn, stoppedOn } = COLUMNS[clock];
  return sql`(${dueOn} is not null and (${stoppedOn} is not null or ${dueOn} < ${today}))`;
}

function overdue(clock: ClockName, today: LocalDate): Condition {
  const { dueOn, stoppedOn } = COLUMNS[clock];
  return sql`(${stoppedOn} is null and ${dueOn} < ${today})`;
}
