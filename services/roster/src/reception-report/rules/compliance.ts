import type { LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type { Days } from '../../reception-rule/rules/recurrence.ts';
import type { Duty } from '../../rota/rules/compare-rota.ts';
import { halvesOf, type KeyPeriod, turnsOf } from '../../rota/rules/turns.ts';

/** Sessions of each leader: a day is one, whether half of it or the whole. */
export function sessionsByLeader(duties: readonly Duty[]): ReadonlyMap<string, number> {
  const byLeader = Map.groupBy(duties, ({ leaderId }) => leaderId);
  return new Map([...byLeader].map(([id, own]) => [id, new Set(own.map(({ date }) => date)).size]));
}

export interface KeyCoverage {
  readonly keyPeriodId: string;
  readonly required: number;
  readonly covered: number;
}

/** Of each key period in the period: half-days that ask for leaders, and those for which enough are there. */
export function keyCoverage(
  keyPeriods: readonly KeyPeriod[],
  {
    duties,
    period,
    calendar,
  }: { readonly duties: readonly Duty[]; readonly period: Days; readonly calendar: WorkCalendar },
): KeyCoverage[] {
  const there = Map.groupBy(duties, ({ date, halfDay }) => `${date} ${halfDay}`);
  return keyPeriods.map((keyPeriod) => {
    const turns = turnsOf({ rules: [], keyPeriods: [keyPeriod] }, period, calendar);
    const halves = turns.flatMap(({ date, span, need }) =>
      halvesOf(span).map((half) => ({ key: `${date} ${half}`, need })),
    );
    const covered = halves.filter(({ key, need }) => (there.get(key)?.length ?? 0) >= need).length;
    return { keyPeriodId: keyPeriod.id, required: halves.length, covered };
  });
}

/** The calendar year of a day, cut at `today`. */
export function yearUpTo(day: LocalDate, today: LocalDate): Days {
  const year = day.slice(0, 4);
  const last = `${year}-12-31` as LocalDate;
  return { from: `${year}-01-01` as LocalDate, to: last < today ? last : today };
}
