import { addDays, daysBetween, type LocalDate, weekday } from '@everyletter/kit/time';
import { isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import { type Days, mondayOf } from '../../reception-rule/rules/recurrence.ts';
import type { Turn } from './turns.ts';

/** From the top; whoever is not named ranks below all of them. */
const GRADES = ['CHIEF_PROCURATOR', 'DEPUTY_CHIEF', 'COMMITTEE_MEMBER', 'DEPARTMENT_DIRECTOR'];

export interface Leader {
  readonly id: string;
  readonly grade: string;
  /** Departments they answer for (分管). */
  readonly lines: readonly string[];
  /** Part of the turns that is fair, against 1 for a deputy. */
  readonly share: number;
  readonly dislikedWeekdays: readonly number[];
  /** When they are away; both ends included. */
  readonly away: readonly Days[];
  /** Turns of the same year that are held or settled already. */
  readonly before: Loads;
}

/** How many turns: in all, in key periods, on make-up days. */
export interface Loads {
  readonly total: number;
  readonly key: number;
  readonly makeUp: number;
}

/** What each broken wish costs; data of the institution, compared by their ratios only. */
export interface Weights {
  readonly openSeat: number;
  readonly gradeMissing: number;
  readonly chiefAbsent: number;
  readonly lineUnheard: number;
  readonly restTooShort: number;
  readonly disliked: number;
  readonly fairness: number;
  readonly keyFairness: number;
  readonly makeUpFairness: number;
  /** Reward for each published turn that stays: below an open seat, above everything else. */
  readonly kept: number;
}

export interface Wishes {
  /** Working days between two turns of one leader outside key periods. */
  readonly restDays: number;
  /** Within which every line is to be heard once. */
  readonly lineWindow: 'WEEK' | 'MONTH' | 'NONE';
  readonly chiefEveryMonth: boolean;
  readonly weights: Weights;
}

export interface Holding {
  readonly turnKey: string;
  readonly leaderId: string;
}

/** Everything a rota is made from: the same problem and seed make the same rota. */
export interface Problem {
  readonly leaders: readonly Leader[];
  readonly turns: readonly Turn[];
  /** Of every turn, its place among the working days: the distance of two is the working days from one to the other. */
  readonly dayNumbers: readonly number[];
  readonly wishes: Wishes;
  /** The published rota, when it is to be kept as far as possible. */
  readonly kept: readonly Holding[];
  /** Turns before this day stay as they were published. */
  readonly settledBefore: LocalDate | null;
}

export function rankOf(grade: string): number {
  const at = GRADES.indexOf(grade);
  return at < 0 ? GRADES.length : at;
}

export function reaches(grade: string, minimum: string): boolean {
  return rankOf(grade) <= rankOf(minimum);
}

export function isAway({ away }: Leader, { date }: Turn): boolean {
  return away.some(({ from, to }) => date >= from && date <= to);
}

export function dislikes({ dislikedWeekdays }: Leader, { date }: Turn): boolean {
  return dislikedWeekdays.includes(weekday(date));
}

/** The week or month of a turn, null when lines are not looked at. */
export function lineWindowOf({ date }: Turn, window: Wishes['lineWindow']): string | null {
  if (window === 'NONE') return null;
  return window === 'WEEK' ? mondayOf(date) : monthOf(date);
}

export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** Lines somebody answers for, in a fixed order. */
export function linesOf(leaders: readonly Leader[]): string[] {
  return [...new Set(leaders.flatMap(({ lines }) => lines))].sort();
}

/** Fair numbers of turns: what is needed with what was held before, by share. Never below a half. */
export function targets({ leaders, turns }: Pick<Problem, 'leaders' | 'turns'>): Record<keyof Loads, number[]> {
  const shares = leaders.reduce((sum, { share }) => sum + share, 0);
  const needed = (counts: (turn: Turn) => boolean) => turns.filter(counts).reduce((sum, { need }) => sum + need, 0);
  const fair = (kind: keyof Loads, need: number) => {
    const all = leaders.reduce((sum, { before }) => sum + before[kind], need);
    return leaders.map(({ share }) => Math.max(0.5, (all * share) / shares));
  };
  return {
    total: fair(
      'total',
      needed(() => true),
    ),
    key: fair(
      'key',
      needed(({ keyPeriodId }) => keyPeriodId !== null),
    ),
    makeUp: fair(
      'makeUp',
      needed(({ makeUp }) => makeUp),
    ),
  };
}

/** What the j-th turn of a kind costs a leader: convex, so that loads grow alike. */
export function fairnessCost(kind: keyof Loads, j: number, target: number, { weights }: Wishes): number {
  if (kind === 'makeUp') return weights.makeUpFairness * (2 * j - 1);
  const weight = kind === 'total' ? weights.fairness : weights.keyFairness;
  return Math.round((weight * (2 * j - 1)) / target);
}

export function countsAs(kind: keyof Loads, turn: Turn): boolean {
  if (kind === 'total') return true;
  return kind === 'key' ? turn.keyPeriodId !== null : turn.makeUp;
}

/** Two turns of one leader outside key periods with too few working days between them. */
export function isTooSoon(problem: Problem, one: number, other: number): boolean {
  const [first, second] = [problem.turns[one], problem.turns[other]] as [Turn, Turn];
  if (first.keyPeriodId !== null || second.keyPeriodId !== null) return false;
  const between = (problem.dayNumbers[other] as number) - (problem.dayNumbers[one] as number);
  return between > 0 && between <= problem.wishes.restDays;
}

/** Number of working days from the first turn to each; a day off has the number of the working day before it. */
export function dayNumbersOf(turns: readonly Pick<Turn, 'date'>[], calendar: WorkCalendar): number[] {
  const [first] = turns;
  if (!first) return [];
  const numbers = new Map<LocalDate, number>();
  const last = turns.at(-1)?.date ?? first.date;
  let number = 0;
  for (let at = 0; at <= daysBetween(first.date, last); at += 1) {
    const day = addDays(first.date, at);
    if (isWorkday(day, calendar)) number += 1;
    numbers.set(day, number);
  }
  return turns.map(({ date }) => numbers.get(date) as number);
}
