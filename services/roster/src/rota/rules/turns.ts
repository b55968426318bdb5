import type { LocalDate } from '@everyletter/kit/time';
import { addDays } from '@everyletter/kit/time';
import { isPublished, isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import { type Days, occurrences, type Recurrence, type Span } from '../../reception-rule/rules/recurrence.ts';

/** What a rule asks of the leaders on each of its days. */
export interface TurnRule extends Recurrence {
  readonly span: Span;
}

/** 重大活动节点: more leaders in the hall, one of them of some rank. */
export interface KeyPeriod {
  readonly id: string;
  readonly name: string;
  readonly fromOn: LocalDate;
  /** Included. */
  readonly toOn: LocalDate;
  readonly leadersPerHalfDay: number;
  /** At least one of this grade or above; null: any leader. */
  readonly minimumGrade: string | null;
  /** Otherwise only its working days count. */
  readonly includesDaysOff: boolean;
}

/** A half-day or day for which leaders are wanted. Keys sort by day, morning before afternoon before the whole day. */
export interface Turn {
  readonly key: string;
  readonly date: LocalDate;
  readonly span: Span;
  readonly need: number;
  readonly minimumGrade: string | null;
  readonly keyPeriodId: string | null;
  /** On a make-up working day. */
  readonly makeUp: boolean;
  readonly provisional: boolean;
}

const ORDER: Readonly<Record<Span, string>> = { MORNING: '1', AFTERNOON: '2', WHOLE_DAY: '3' };

/**
 * What rules and key periods ask for in the period. In a key period every working day is a turn of the whole day and
 * takes the place of what the rules ask for on it; elsewhere rules that ask for the same span of a day ask once.
 */
export function turnsOf(
  asked: { readonly rules: readonly TurnRule[]; readonly keyPeriods: readonly KeyPeriod[] },
  period: Days,
  calendar: WorkCalendar,
): Turn[] {
  const turns = new Map<string, Turn>();
  const periodOn = new Map<LocalDate, KeyPeriod>();
  for (const keyPeriod of asked.keyPeriods) {
    for (const day of daysOf(keyPeriod, period, calendar)) periodOn.set(day, stronger(periodOn.get(day), keyPeriod));
  }
  for (const [date, keyPeriod] of periodOn) add(turns, turnOf(date, 'WHOLE_DAY', calendar, keyPeriod));
  for (const rule of asked.rules) {
    for (const { date } of occurrences(rule, period, calendar)) {
      if (!periodOn.has(date)) add(turns, turnOf(date, rule.span, calendar, null));
    }
  }
  return [...turns.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

function add(turns: Map<string, Turn>, turn: Turn): void {
  turns.set(turn.key, turn);
}

function turnOf(date: LocalDate, span: Span, calendar: WorkCalendar, keyPeriod: KeyPeriod | null): Turn {
  return {
    key: turnKey(date, span),
    date,
    span,
    need: keyPeriod?.leadersPerHalfDay ?? 1,
    minimumGrade: keyPeriod?.minimumGrade ?? null,
    keyPeriodId: keyPeriod?.id ?? null,
    makeUp: calendar.extraWorkdays.has(date),
    provisional: !isPublished(date, calendar),
  };
}

export function turnKey(date: string, span: Span): string {
  return `${date}/${ORDER[span]}`;
}

/** The half-days a turn is made of. */
export function halvesOf(span: Span): readonly ('MORNING' | 'AFTERNOON')[] {
  return span === 'WHOLE_DAY' ? ['MORNING', 'AFTERNOON'] : [span];
}

function daysOf({ fromOn, toOn, includesDaysOff }: KeyPeriod, { from, to }: Days, calendar: WorkCalendar): LocalDate[] {
  const days: LocalDate[] = [];
  const last = toOn < to ? toOn : to;
  for (let day = fromOn > from ? fromOn : from; day <= last; day = addDays(day, 1)) {
    if (includesDaysOff || isWorkday(day, calendar)) days.push(day);
  }
  return days;
}

/** Where two key periods overlap, the one that asks for more leaders holds. */
function stronger(one: KeyPeriod | undefined, other: KeyPeriod): KeyPeriod {
  return one && one.leadersPerHalfDay >= other.leadersPerHalfDay ? one : other;
}
