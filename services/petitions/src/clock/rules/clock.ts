import { addMonths, daysBetween, type LocalDate } from '@everyletter/kit/time';
import { isPublished, rollBack, type WorkCalendar } from '@everyletter/kit/workdays';
import type { ClockKind, Period, PolicyPack } from '../../policy-pack/rules/policy-pack.ts';
import { type Step, type TimeLimit, timeLimit } from './due-date.ts';

/** The counted clocks, the day an organ above has set, and what a category has of its own. */
export type FoldedKind = ClockKind | 'SUPERIOR_REPORT' | 'CATEGORY';

/** What happened to a clock, in the order it was written down. Dates are never overwritten: they are folded from these. */
export type ClockEvent =
  /** `givenDueOn`: the day somebody has set or promised; it is kept as it is and not counted. */
  | { readonly type: 'STARTED'; readonly on: LocalDate; readonly givenDueOn?: LocalDate | null }
  /** Nothing is owed any more, e.g. after another disposition: as if it had never been started. */
  | { readonly type: 'WITHDRAWN'; readonly on: LocalDate }
  | { readonly type: 'EXTENDED'; readonly on: LocalDate; readonly months: number }
  /** `causeId`: what stopped it, e.g. the reply. */
  | { readonly type: 'STOPPED'; readonly on: LocalDate; readonly causeId?: string | null }
  /** What stopped it did not reach anyone (a returned letter): the clock runs as if that had not been sent. */
  | { readonly type: 'REOPENED'; readonly on: LocalDate; readonly causeId?: string | null }
  /** Counted again under another calendar or pack; which, the caller says by the terms of the fold. */
  | { readonly type: 'RECOUNTED'; readonly on: LocalDate };

export type ClockState = 'NOT_STARTED' | 'RUNNING' | 'DUE_SOON' | 'OVERDUE' | 'STOPPED';

export interface Clock {
  readonly kind: FoldedKind;
  readonly startedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly targetOn: LocalDate | null;
  readonly provisional: boolean;
  readonly stoppedOn: LocalDate | null;
  readonly steps: readonly Step[];
}

/** What of a clock says how it stands. */
export type ClockDates = Pick<Clock, 'dueOn' | 'targetOn' | 'stoppedOn'>;

/** Under what a clock is counted. `period`: where it is not the pack's own for its kind. */
export interface FoldTerms {
  readonly pack: PolicyPack;
  readonly calendar: WorkCalendar;
  readonly period?: Period;
}

/**
 * Folds a clock from its events under one policy pack and one calendar version. Only starting and withdrawing depend on
 * the order in which things were written down; a stop counts by its own day, whenever it was entered.
 */
export function foldClock(kind: FoldedKind, events: readonly ClockEvent[], terms: FoldTerms): Clock {
  const current = sinceWithdrawn(events);
  const start = current.findLast((event) => event.type === 'STARTED');
  const limit = start ? limitOf(kind, start, extensionsIn(current), terms) : null;
  return {
    kind,
    startedOn: start?.on ?? null,
    dueOn: limit?.dueOn ?? null,
    targetOn: limit?.targetOn ?? null,
    provisional: limit?.provisional ?? false,
    stoppedOn: stoppedOn(current),
    steps: limit?.steps ?? [],
  };
}

/**
 * An answer on the due day itself is in time; the clock is overdue from the next day. `warnDays` counts back from the
 * target day, not from the due day.
 */
export function clockState({ dueOn, targetOn, stoppedOn }: ClockDates, today: LocalDate, warnDays: number): ClockState {
  if (!dueOn || !targetOn) return 'NOT_STARTED';
  if (stoppedOn) return 'STOPPED';
  if (today > dueOn) return 'OVERDUE';
  return daysBetween(today, targetOn) <= warnDays ? 'DUE_SOON' : 'RUNNING';
}

/** Whether the clock was stopped on or before its due day; a running clock was not. */
export function isInTime({ dueOn, stoppedOn }: Clock): boolean {
  return dueOn !== null && stoppedOn !== null && stoppedOn <= dueOn;
}

/** Due days of the monthly follow-up answers, anchored at the substantive due day, up to and including `until`. */
export function followUpDays(substantiveDueOn: LocalDate, every: Period, until: LocalDate): LocalDate[] {
  if (every.unit !== 'MONTH') throw new RangeError('A follow-up is counted in months');
  const days: LocalDate[] = [];
  for (let nth = 1; ; nth += 1) {
    const on = addMonths(substantiveDueOn, every.amount * nth);
    if (on > until) return days;
    days.push(on);
  }
}

/** Months granted since the clock was last started anew. */
export function extensionsIn(events: readonly ClockEvent[]): readonly number[] {
  return sinceWithdrawn(events).flatMap((event) => (event.type === 'EXTENDED' ? [event.months] : []));
}

function sinceWithdrawn(events: readonly ClockEvent[]): readonly ClockEvent[] {
  return events.slice(events.findLastIndex(({ type }) => type === 'WITHDRAWN') + 1);
}

function limitOf(
  kind: FoldedKind,
  { on, givenDueOn }: Extract<ClockEvent, { type: 'STARTED' }>,
  extensions: readonly number[],
  { pack, calendar, period }: FoldTerms,
): TimeLimit {
  if (givenDueOn) return givenLimit(givenDueOn, calendar);
  const stated = period ?? (kind === 'SUPERIOR_REPORT' || kind === 'CATEGORY' ? null : pack.clocks[kind].period);
  if (!stated) throw new RangeError(`A clock of kind ${kind} needs its day or its period given`);
  return timeLimit(on, stated, calendar, extensions);
}

/** A day somebody has named stands as it is; only the day to work towards is counted back to a workday. */
function givenLimit(dueOn: LocalDate, calendar: WorkCalendar): TimeLimit {
  const steps: Step[] = [{ code: 'ORDERED', on: dueOn }];
  return { dueOn, targetOn: rollBack(dueOn, calendar), provisional: !isPublished(dueOn, calendar), steps };
}

/** The first day on which something stopped it that was not undone. */
function stoppedOn(events: readonly ClockEvent[]): LocalDate | null {
  const undone = events.filter((event) => event.type === 'REOPENED');
  const isUndone = (stop: Extract<ClockEvent, { type: 'STOPPED' }>) =>
    undone.some(({ on, causeId }) => (stop.causeId ? stop.causeId === causeId : stop.on <= on));
  const days = events.flatMap((event) => (event.type === 'STOPPED' && !isUndone(event) ? [event.on] : []));
  return days.sort()[0] ?? null;
}
