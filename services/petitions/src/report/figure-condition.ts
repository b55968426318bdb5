import { Invalid } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { type RawBuilder, sql } from 'kysely';
import { type StoredClock as ClockName, CLOCK_COLUMNS as COLUMNS } from '../clock/clock-state-condition.ts';
import { EVENT_SETS, type EventFigureCode, type EventSet } from './rules/event-figures.ts';
import { type FigureCode, isFigureCode } from './rules/figures.ts';

type Condition = RawBuilder<unknown>;

/** The list behind a figure, over the days it was counted over where a period is given. */
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
  if (!isEventFigure(figure)) return sql`(${figureCondition(figure, today)} and ${receivedBetween(from, to)})`;
  return sql`p.id in (select e.petition_key from petitions.listed_event e
    where e.institution_id = p.institution_id and ${eventCondition(EVENT_SETS[figure], today)}
      and ${between(sql`e.on_date`, from, to)})`;
}

export function isEventFigure(figure: FigureCode): figure is EventFigureCode {
  return figure in EVENT_SETS;
}

/** Both days included; `null` leaves that side open. */
export function receivedBetween(from: LocalDate | null, to: LocalDate | null): Condition {
  return between(sql`p.received_on`, from, to);
}

function between(day: Condition, from: LocalDate | null, to: LocalDate | null): Condition {
  const bounds = [from && sql`${day} >= ${from}`, to && sql`${day} <= ${to}`].filter((bound) => !!bound);
  return bounds.length > 0 ? sql.join(bounds, sql` and `) : sql`true`;
}

/** Which events `e` of petitions a figure counts, the period apart, read on `today`. */
function eventCondition({ kinds, of }: EventSet, today: LocalDate): Condition {
  const kind = sql`e.kind = any(${[...kinds]})`;
  if (of === 'ALL') return kind;
  const decided = sql`${kind} and ${eventDecided(today)}`;
  return of === 'DECIDED' ? decided : sql`${decided} and not ${eventInTime}`;
}

/** What was promised for a day still to come says nothing yet. */
export function eventDecided(today: LocalDate): Condition {
  return sql`(e.done_on is not null or e.due_on < ${today})`;
}

export const eventInTime: Condition = sql`coalesce(e.done_on <= e.due_on, false)`;

/** Which petitions a figure counts, the period apart, read on `today`. */
export function figureCondition(figure: Exclude<FigureCode, EventFigureCode>, today: LocalDate): Condition {
  switch (figure) {
    case 'RECEIVED':
      return sql`true`;
    case 'RECEIVED_FIRST':
      return sql`p.repeat_of_id is null`;
    case 'RECEIVED_REPEAT':
      return sql`p.repeat_of_id is not null`;
    case 'RECEIVED_JOINT':
      return sql`(p.people_count > 1 or p.representative_count > 0)`;
    case 'RECEIVED_ANONYMOUS':
      return sql`p.identity_kind = 'ANONYMOUS'`;
    case 'SAME_DAY_RATE':
      return triaged(today);
    case 'SAME_DAY_MISSED':
      return sql`(${triaged(today)} and not ${inTime('SAME_DAY')})`;
    case 'PROCEDURAL_RATE':
      return decided('PROCEDURAL', today);
    case 'PROCEDURAL_MISSED':
      return sql`(${decided('PROCEDURAL', today)} and not ${inTime('PROCEDURAL')})`;
    case 'SUBSTANTIVE_RATE':
      return decided('SUBSTANTIVE', today);
    case 'SUBSTANTIVE_MISSED':
      return sql`(${decided('SUBSTANTIVE', today)} and not ${inTime('SUBSTANTIVE')})`;
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
export function inTime(clock: ClockName | 'SAME_DAY'): Condition {
  if (clock === 'SAME_DAY') return sql`coalesce(p.disposed_on <= ${TRIAGE_DAY}, false)`;
  const { dueOn, stoppedOn } = COLUMNS[clock];
  return sql`(${stoppedOn} is not null and ${dueOn} is not null and ${stoppedOn} <= ${dueOn})`;
}

/** Not anonymous and not proven unreachable. */
export const reachable: Condition = sql`(p.identity_kind <> 'ANONYMOUS' and p.unreachable_on is null)`;

/** What was written down before there was a day for it was to be triaged as it came. */
const TRIAGE_DAY: Condition = sql`coalesce(p.triage_target_on, p.received_on)`;

function triaged(today: LocalDate): Condition {
  return sql`(p.disposed_on is not null or ${TRIAGE_DAY} < ${today})`;
}

/** A clock that runs and is not yet due says nothing yet; every other one is counted. */
function decided(clock: ClockName, today: LocalDate): Condition {
  const { dueOn, stoppedOn } = COLUMNS[clock];
  return sql`(${dueOn} is not null and (${stoppedOn} is not null or ${dueOn} < ${today}))`;
}

function overdue(clock: ClockName, today: LocalDate): Condition {
  const { dueOn, stoppedOn } = COLUMNS[clock];
  return sql`(${stoppedOn} is null and ${dueOn} < ${today})`;
}
