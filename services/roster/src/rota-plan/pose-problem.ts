import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { civil, type LocalDate, parts } from '@everyletter/kit/time';
import { checkRange } from '../calendar/rules/working-day.ts';
import type { Context } from '../context.ts';
import type { LeaderProfile } from '../leader/leader-profile.entity.ts';
import type { Days } from '../reception-rule/rules/recurrence.ts';
import type { Duty } from '../rota/rules/compare-rota.ts';
import { dayNumbersOf, type Holding, type Leader, type Loads, type Problem } from '../rota/rules/problem.ts';
import { halvesOf, type KeyPeriod, type Turn, turnsOf } from '../rota/rules/turns.ts';

/** Leaders × turns the solver is trusted with; a year of every working day for twelve is three thousand. */
export const MOST_CELLS = 20_000;

export interface ProblemOptions extends Days {
  /** Changes as few published turns as it can; what lies before today stays. */
  readonly keepPublished: boolean;
}

/**
 * What a rota of the period is made from, as the institution has it now.
 * @throws Invalid `PERIOD_REVERSED`, `DAYS_TOO_MANY`, `PLAN_IN_PAST`, `PLAN_TOO_LARGE`; RuleBroken `NO_TURNS`, `NO_LEADERS`
 */
export async function poseProblem(options: ProblemOptions, context: Context): Promise<Problem> {
  const { rotas, calendars, receptionSettings, today } = context;
  const { from, to, keepPublished } = options;
  checkRange(from, to);
  if (from < today && !keepPublished) throw new Invalid('PLAN_IN_PAST', { field: 'from' });
  const { calendar } = await calendars.current();
  const rules = (await rotas.rules()).map((rule) => rule.asTurnRule());
  const keyPeriods = (await rotas.keyPeriods()).map((keyPeriod) => keyPeriod.asKeyPeriod());
  const published = keepPublished ? await rotas.duties({ from, to }) : [];
  const asked = turnsOf({ rules, keyPeriods }, { from, to }, calendar);
  const kept = keptOf(asked, published);
  const turns = asked.map((turn) => (turn.date < today ? settledTurn(turn, kept) : turn));
  if (turns.length === 0) throw new RuleBroken('NO_TURNS', { field: 'from' });
  const leaders = await leadersOf({ period: { from, to }, keyPeriods, holders: [] }, context);
  if (leaders.length === 0) throw new RuleBroken('NO_LEADERS', { field: 'from' });
  if (turns.length * leaders.length > MOST_CELLS)
    throw new Invalid('PLAN_TOO_LARGE', { field: 'to', most: MOST_CELLS });
  const { wishes } = await receptionSettings.current();
  const settledBefore = keepPublished ? today : null;
  const planned = leaders.map(({ takesPart: _, ...leader }) => leader);
  return { leaders: planned, turns, dayNumbers: dayNumbersOf(turns, calendar), wishes, kept, settledBefore };
}

/** Whose turns are planned: those who take part, and in a repair whoever holds one. */
export async function leadersOf(
  asked: { readonly period: Days; readonly keyPeriods: readonly KeyPeriod[]; readonly holders: readonly string[] },
  context: Context,
): Promise<(Leader & { readonly takesPart: boolean })[]> {
  const { rotas, people, recusals } = context;
  const profiles = await rotas.profiles();
  const before = await loadsBefore(asked.period.from, asked.keyPeriods, context);
  const away = await rotas.absences(asked.period);
  const recused = await recusals.days(asked.period.from, asked.period.to);
  const kept = (id: string) =>
    (recused.get(id) ?? []).map((date) => ({ from: date as LocalDate, to: date as LocalDate }));
  const known = profiles.map((profile) => ({ ...asLeader(profile), takesPart: profile.takesPart }));
  const named = new Set(profiles.map(({ id }) => id));
  const others = [...new Set(asked.holders)].filter((id) => !named.has(id)).sort();
  const strangers = (await Promise.all(others.map((id) => people.staffMember(id))))
    .filter((staff) => staff !== null)
    .map(({ id, grade }) => ({ id, grade, lines: [], share: 1, dislikedWeekdays: [], takesPart: false }));
  return [...known, ...strangers]
    .filter(({ id, takesPart }) => takesPart || asked.holders.includes(id))
    .map((leader) => ({
      ...leader,
      away: [...(away.get(leader.id) ?? []), ...kept(leader.id)],
      before: before(leader.id),
    }));
}

function asLeader({ id, grade, lineDepartmentIds, share, dislikedWeekdays }: LeaderProfile) {
  return { id, grade, lines: lineDepartmentIds, share, dislikedWeekdays };
}

/** Turns a leader holds as published: every half of them. */
function keptOf(turns: readonly Turn[], published: readonly Duty[]): Holding[] {
  const held = new Set(published.map(({ date, halfDay, leaderId }) => `${date} ${halfDay} ${leaderId}`));
  const onDay = Map.groupBy(published, ({ date }) => date);
  return turns.flatMap(({ key, date, span }) => {
    const leaderIds = new Set((onDay.get(date) ?? []).map(({ leaderId }) => leaderId));
    const holders = [...leaderIds].filter((id) => halvesOf(span).every((half) => held.has(`${date} ${half} ${id}`)));
    return holders.map((leaderId) => ({ turnKey: key, leaderId }));
  });
}

/** What was held stays, even where fewer are asked for today. */
function settledTurn(turn: Turn, kept: readonly Holding[]): Turn {
  const holders = kept.filter(({ turnKey }) => turnKey === turn.key).length;
  return { ...turn, need: Math.max(turn.need, holders) };
}

/** Days held in the same year before the period. */
async function loadsBefore(from: LocalDate, keyPeriods: readonly KeyPeriod[], { rotas, calendars }: Context) {
  const newYear = civil(parts(from).year, 1, 1) as LocalDate;
  const { calendar } = await calendars.current();
  const earlier = from > newYear ? await rotas.duties({ from: newYear, to: from }) : [];
  const days = earlier.filter(({ date }) => date < from);
  const isKey = (date: string) => keyPeriods.some(({ fromOn, toOn }) => date >= fromOn && date <= toOn);
  return (leaderId: string): Loads => {
    const own = [...new Set(days.filter((duty) => duty.leaderId === leaderId).map(({ date }) => date))];
    const makeUp = own.filter((date) => calendar.extraWorkdays.has(date as LocalDate)).length;
    return { total: own.length, key: own.filter(isKey).length, makeUp };
  };
}
