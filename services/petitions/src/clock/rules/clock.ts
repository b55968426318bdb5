import { addMonths, daysBetween, type LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { ClockKind, Period, PolicyPack } from '../../policy-pack/rules/policy-pack.ts';
import { type Step, type TimeLimit, timeLimit } from './due-date.ts';

/** What happened to a clock, in the order it happened. Dates are never overwritten: they are folded from these. */
export type ClockEvent =
  | { readonly type: 'STARTED'; readonly on: LocalDate }
  | { readonly type: 'EXTENDED'; readonly on: LocalDate; readonly months: number }
  | { readonly type: 'ANSWERED'; readonly on: LocalDate }
  /** The letter came back: the answer did not reach anyone, the clock runs as if it had not been sent. */
  | { readonly type: 'RETURNED'; readonly on: LocalDate };

export type ClockState = 'NOT_STARTED' | 'RUNNING' | 'DUE_SOON' | 'OVERDUE' | 'STOPPED';

export interface Clock {
  readonly kind: ClockKind;
  readonly startedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly targetOn: LocalDate | null;
  readonly provisional: boolean;
  readonly stoppedOn: LocalDate | null;
  readonly steps: readonly Step[];
}

/** What of a clock says how it stands. */
export type ClockDates = Pick<Clock, 'dueOn' | 'targetOn' | 'stoppedOn'>;

/** Folds a clock from its events under one policy pack and one calendar version. */
export function foldClock(
  kind: ClockKind,
  events: readonly ClockEvent[],
  terms: { readonly pack: PolicyPack; readonly calendar: WorkCalendar },
): Clock {
  const startedOn = events.find((event) => event.type === 'STARTED')?.on ?? null;
  const extendedMonths = events.reduce((sum, event) => sum + (event.type === 'EXTENDED' ? event.months : 0), 0);
  const limit = startedOn && limitOf(startedOn, terms.pack.clocks[kind].period, extendedMonths, terms.calendar);
  return {
    kind,
    startedOn,
    dueOn: limit?.dueOn ?? null,
    targetOn: limit?.targetOn ?? null,
    provisional: limit?.provisional ?? false,
    stoppedOn: stoppedOn(events),
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

function limitOf(start: LocalDate, period: Period, extendedMonths: number, calendar: WorkCalendar): TimeLimit {
  if (extendedMonths === 0 || period.unit !== 'MONTH') return timeLimit(start, period, calendar);
  return timeLimit(start, { ...period, amount: period.amount + extendedMonths }, calendar);
}

function stoppedOn(events: readonly ClockEvent[]): LocalDate | null {
  let stopped: LocalDate | null = null;
  for (const event of events) {
    if (event.type === 'ANSWERED') stopped ??= event.on;
    if (event.type === 'RETURNED') stopped = null;
  }
  return stopped;
}
