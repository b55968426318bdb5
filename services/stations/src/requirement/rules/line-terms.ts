import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import type { HalfDay, Period } from '../../coverage/rules/coverage.ts';
import type { Exception, ExceptionKind, Line } from './slots.ts';

/** Guards against a slip of the finger; not a rule of the domain. */
const LAWYERS_MAX = 20;
const PRIORITY_MAX = 9;

export interface LineTerms {
  readonly halfDays: readonly HalfDay[];
  readonly lawyers: number;
  readonly weekdays?: readonly number[] | null;
  readonly priority: number;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate | null;
}

/**
 * What a line may ask for; days gone by are not rewritten, since figures were counted from them.
 * @throws Invalid `HALF_DAY_MISSING`, `LAWYERS_OUT_OF_RANGE`, `REQUIREMENT_WEEKDAYS_INVALID`, `PRIORITY_OUT_OF_RANGE`,
 * `PERIOD_REVERSED`; RuleBroken `REQUIREMENT_IN_THE_PAST`
 */
export function checkLine(terms: LineTerms, today: LocalDate): void {
  const { halfDays, lawyers, weekdays, priority, effectiveFrom, effectiveTo } = terms;
  if (halfDays.length === 0) throw new Invalid('HALF_DAY_MISSING', { field: 'halfDays' });
  checkLawyers(lawyers, 1);
  if (weekdays && (weekdays.length === 0 || weekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7))) {
    throw new Invalid('REQUIREMENT_WEEKDAYS_INVALID', { field: 'weekdays' });
  }
  if (priority < 1 || priority > PRIORITY_MAX) {
    throw new Invalid('PRIORITY_OUT_OF_RANGE', { field: 'priority', min: 1, max: PRIORITY_MAX });
  }
  if (effectiveFrom < today) throw new RuleBroken('REQUIREMENT_IN_THE_PAST', { field: 'effectiveFrom', today });
  if (effectiveTo && effectiveTo < effectiveFrom) throw new Invalid('PERIOD_REVERSED', { field: 'effectiveTo' });
}

function checkLawyers(lawyers: number, min: number): void {
  if (lawyers < min || lawyers > LAWYERS_MAX) {
    throw new Invalid('LAWYERS_OUT_OF_RANGE', { field: 'lawyers', min, max: LAWYERS_MAX });
  }
}

/** Weekdays as bits, Monday first; `null` is every working day. */
export function weekdayMask(weekdays: readonly number[] | null | undefined): number | null {
  return weekdays ? weekdays.reduce((mask, day) => mask | (1 << (day - 1)), 0) : null;
}

export function weekdaysOf(mask: number | null): number[] | null {
  return mask === null ? null : [1, 2, 3, 4, 5, 6, 7].filter((day) => mask & (1 << (day - 1)));
}

export interface ExceptionTerms {
  readonly kind: ExceptionKind;
  readonly halfDay?: HalfDay | null;
  readonly line?: number | null;
  readonly lawyers?: number | null;
  readonly fromDate: LocalDate;
  readonly toDate: LocalDate;
}

/**
 * A closing names no number; a raise or a lowering names the line and a number on its side of what the line asks.
 * @throws Invalid `PERIOD_REVERSED`, `EXCEPTION_LINE_MISSING`, `LAWYERS_OUT_OF_RANGE`, `EXCEPTION_CHANGES_NOTHING`;
 * RuleBroken `EXCEPTION_IN_THE_PAST`
 */
export function checkException(terms: ExceptionTerms, lines: readonly Line[], today: LocalDate): void {
  const { kind, fromDate, toDate } = terms;
  if (fromDate > toDate) throw new Invalid('PERIOD_REVERSED', { field: 'toDate' });
  if (fromDate < today) throw new RuleBroken('EXCEPTION_IN_THE_PAST', { field: 'fromDate', today });
  if (kind !== 'CLOSE') checkNumber(terms, lines);
}

function checkNumber({ kind, halfDay, line, lawyers, fromDate, toDate }: ExceptionTerms, lines: readonly Line[]): void {
  const changed = lines.filter(
    (one) =>
      one.line === line &&
      (!halfDay || one.halfDay === halfDay) &&
      one.from <= toDate &&
      (one.to === null || one.to >= fromDate),
  );
  if (changed.length === 0) throw new Invalid('EXCEPTION_LINE_MISSING', { field: 'line' });
  if (lawyers == null) throw new Invalid('LAWYERS_OUT_OF_RANGE', { field: 'lawyers', min: 0, max: LAWYERS_MAX });
  checkLawyers(lawyers, 0);
  const fits = (one: Line) => (kind === 'RAISE' ? lawyers > one.lawyers : lawyers < one.lawyers);
  if (!changed.every(fits)) throw new Invalid('EXCEPTION_CHANGES_NOTHING', { field: 'lawyers' });
}

/** Whether one of them is about the same half-day and line on one of the same days. */
export function overlapping(exceptions: readonly Exception[], terms: ExceptionTerms): boolean {
  const same = <T>(one: T | null | undefined, other: T | null | undefined) =>
    one == null || other == null || one === other;
  const { from, to }: Period = { from: terms.fromDate, to: terms.toDate };
  return exceptions.some(
    (one) => same(one.halfDay, terms.halfDay) && same(one.line, terms.line) && one.from <= to && one.to >= from,
  );
}
