import type { LocalDate } from '@everyletter/kit/time';
import { isPublished, isWorkday, type WorkCalendar } from '@everyletter/kit/workdays';
import { type Days, occurrences, type Span } from '../../reception-rule/rules/recurrence.ts';
import type { Duty } from './compare-rota.ts';
import type { Holding } from './problem.ts';
import { type KeyPeriod, type Turn, type TurnRule, turnKey, turnsOf } from './turns.ts';

/** What is published, and where it no longer holds. */
export interface Repair {
  readonly rules: readonly TurnRule[];
  readonly keyPeriods: readonly KeyPeriod[];
  readonly published: readonly Duty[];
  /** Days somebody can no longer receive on, or that are no longer worked. */
  readonly dates: readonly LocalDate[];
}

/**
 * The published turns as they stand, whatever the rules would ask for by now, each held as it was: a repair mends and
 * does not plan anew. Of `dates` that are no longer worked the turn falls away, and stands where its rule moves it.
 */
export function repairTurns(
  { rules, keyPeriods, published, dates }: Repair,
  window: Days,
  calendar: WorkCalendar,
): { readonly turns: Turn[]; readonly kept: Holding[] } {
  const asked = turnsOf({ rules, keyPeriods }, window, calendar);
  const named = new Set(dates);
  const isGone = (date: LocalDate) =>
    named.has(date) && !isWorkday(date, calendar) && !asked.some((turn) => turn.date === date);
  const standing = heldTurns(published).filter(({ date }) => !isGone(date));
  const turns = [...Map.groupBy(standing, ({ key }) => key).values()].map((held) => {
    const [{ date, span }] = held as [HeldTurn];
    return publishedTurn({ date, span, need: held.length }, asked, calendar);
  });
  const taken = new Set(turns.map(({ date }) => date));
  const moved = rules.flatMap((rule) =>
    occurrences(rule, window, calendar)
      .filter(({ date, plannedOn }) => date !== plannedOn && isGone(plannedOn) && !taken.has(date))
      .map(({ date }) => publishedTurn({ date, span: rule.span, need: 1 }, asked, calendar)),
  );
  const all = new Map([...turns, ...moved].map((turn) => [turn.key, turn]));
  return {
    turns: [...all.values()].sort((one, other) => (one.key < other.key ? -1 : 1)),
    kept: standing.map(({ key, leaderId }) => ({ turnKey: key, leaderId })),
  };
}

interface HeldTurn {
  readonly key: string;
  readonly date: LocalDate;
  readonly span: Span;
  readonly leaderId: string;
}

/** Both halves of a day in one hand are one turn. */
function heldTurns(published: readonly Duty[]): HeldTurn[] {
  return [...Map.groupBy(published, ({ date, leaderId }) => `${date} ${leaderId}`).values()].map((duties) => {
    const [{ date, halfDay, leaderId }] = duties as [Duty];
    const span = (duties.length > 1 ? 'WHOLE_DAY' : halfDay) as Span;
    return { key: turnKey(date, span), date: date as LocalDate, span, leaderId };
  });
}

function publishedTurn(
  { date, span, need }: Pick<Turn, 'date' | 'span' | 'need'>,
  asked: readonly Turn[],
  calendar: WorkCalendar,
): Turn {
  const same = asked.find((turn) => turn.date === date && turn.keyPeriodId !== null);
  return {
    key: turnKey(date, span),
    date,
    span,
    need,
    minimumGrade: same?.minimumGrade ?? null,
    keyPeriodId: same?.keyPeriodId ?? null,
    makeUp: calendar.extraWorkdays.has(date),
    provisional: !isPublished(date, calendar),
  };
}
