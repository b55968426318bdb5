import { addDays, addMonths, type LocalDate } from '@everyletter/kit/time';
import {
  addWorkdays,
  isPublished,
  isWorkday,
  rollBack,
  rollForward,
  type WorkCalendar,
} from '@everyletter/kit/workdays';
import type { Period } from '../../policy-pack/rules/policy-pack.ts';

/** One step of the counting, as facts; `explanation.ts` puts it into words. */
export type Step =
  | { readonly code: 'STARTS'; readonly receivedOn: LocalDate; readonly firstDay: LocalDate }
  | { readonly code: 'ENDS'; readonly period: Period; readonly on: LocalDate }
  /** An extension was granted: so much longer, so long altogether. Unit: months. */
  | { readonly code: 'EXTENDED'; readonly months: number; readonly total: number }
  /** To be done the day it begins. */
  | { readonly code: 'SAME_DAY'; readonly on: LocalDate }
  /** Counted again: what it was, what it is, and under which versions. */
  | {
      readonly code: 'RECOUNTED';
      readonly recountedOn: LocalDate;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly policyVersion: string;
      readonly calendarVersion: number;
    }
  /** What had stopped it came back. */
  | { readonly code: 'REOPENED'; readonly on: LocalDate }
  | { readonly code: 'ENDS_ON_EXTRA_WORKDAY'; readonly on: LocalDate }
  | { readonly code: 'ROLLS'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'TARGET'; readonly on: LocalDate }
  | { readonly code: 'PROVISIONAL'; readonly year: number }
  /** A follow-up answer: a month after the last one fell due, counted from the substantive due day. */
  | { readonly code: 'FOLLOWS'; readonly anchorOn: LocalDate; readonly on: LocalDate }
  /** Set by the organ above, not counted. */
  | { readonly code: 'ORDERED'; readonly on: LocalDate };

/**
 * `dueOn`: the last day on which an answer is in time. `targetOn`: the last workday on or before the raw day, for those
 * who would not lean on the roll. `provisional`: it falls in a year whose days off are not published.
 */
export interface TimeLimit {
  readonly dueOn: LocalDate;
  readonly targetOn: LocalDate;
  readonly provisional: boolean;
  readonly steps: readonly Step[];
}

/**
 * Counting: the start day is not counted; a period that ends on a day off ends on the next workday instead. Days off
 * inside the period do not stop it, except for a period given in workdays. An end on a make-up workday stays.
 * Source: 民法典 201–203; 刑事诉讼法 105. That the roll applies to a promise such as seven days is our reading;
 * `targetOn` is the stricter one. A period of nothing ends the day it begins, whatever day that is. `extensions`: months
 * granted on top of a period given in months; they are counted from the start, not from the day it would have ended.
 */
export function timeLimit(
  receivedOn: LocalDate,
  stated: Period,
  calendar: WorkCalendar,
  extensions: readonly number[] = [],
): TimeLimit {
  if (stated.amount === 0) return sameDay(receivedOn, calendar);
  const period = extendedBy(stated, extensions);
  const rawOn = lastDay(receivedOn, period, calendar);
  const dueOn = rollForward(rawOn, calendar);
  const targetOn = rollBack(rawOn, calendar);
  const provisional = !isPublished(dueOn, calendar) || !isPublished(rawOn, calendar);
  const steps: Step[] = [
    { code: 'STARTS', receivedOn, firstDay: addDays(receivedOn, 1) },
    ...extensionSteps(stated, extensions),
    { code: 'ENDS', period, on: rawOn },
  ];
  if (calendar.extraWorkdays.has(rawOn) && isWorkday(rawOn, calendar)) {
    steps.push({ code: 'ENDS_ON_EXTRA_WORKDAY', on: rawOn });
  }
  if (dueOn !== rawOn) steps.push({ code: 'ROLLS', from: rawOn, to: dueOn });
  if (targetOn !== dueOn) steps.push({ code: 'TARGET', on: targetOn });
  if (provisional) steps.push({ code: 'PROVISIONAL', year: Number(dueOn.slice(0, 4)) });
  return { dueOn, targetOn, provisional, steps };
}

function lastDay(start: LocalDate, { amount, unit }: Period, calendar: WorkCalendar): LocalDate {
  switch (unit) {
    case 'CALENDAR_DAY':
      return addDays(start, amount);
    case 'WORKDAY':
      return addWorkdays(start, amount, calendar);
    case 'MONTH':
      return addMonths(start, amount);
  }
}

/** 告急: it waits for no working day. */
function sameDay(on: LocalDate, calendar: WorkCalendar): TimeLimit {
  return { dueOn: on, targetOn: on, provisional: !isPublished(on, calendar), steps: [{ code: 'SAME_DAY', on }] };
}

function extendedBy(period: Period, extensions: readonly number[]): Period {
  if (extensions.length === 0) return period;
  if (period.unit !== 'MONTH') throw new RangeError('Only a period of months is extended');
  return { ...period, amount: extensions.reduce((sum, months) => sum + months, period.amount) };
}

function extensionSteps({ amount }: Period, extensions: readonly number[]): Step[] {
  let total = amount;
  return extensions.map((months) => {
    total += months;
    return { code: 'EXTENDED', months, total };
  });
}
