import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import { checkRange } from '../calendar/rules/working-day.ts';
import type { Context } from '../context.ts';
import type { Days } from '../reception-rule/rules/recurrence.ts';
import { dayNumbersOf, type Leader, type Problem } from '../rota/rules/problem.ts';
import { repairTurns } from '../rota/rules/repair.ts';
import type { Turn } from '../rota/rules/turns.ts';
import { leadersOf, MOST_CELLS } from './pose-problem.ts';
import type { RotaPlan } from './rota-plan.entity.ts';
import type { RepairRotaInput } from './rota-plan.inputs.ts';
import { keepPlan } from './start-rota-plan.ts';

/** So far around the days in question turns may be exchanged: the next one of the same weekday, and rest before it. */
const AROUND_DAYS = 14;
/** Days repaired at once; a longer leave is a rota of its own. */
const DATES_MAX = 100;
const SEED = 1;

/**
 * After a sick call, or when days are no longer worked: a draft of the published rota that changes the fewest turns.
 * @throws Invalid `PLAN_IN_PAST`, `DAYS_TOO_MANY`; RuleBroken `NO_TURNS`, `NO_LEADERS`
 */
export async function repairRota({ name, dates }: RepairRotaInput, context: Context): Promise<RotaPlan> {
  const sorted = [...dates].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) throw new RuleBroken('NO_TURNS', { field: 'dates' });
  if (first < context.today) throw new Invalid('PLAN_IN_PAST', { field: 'dates' });
  if (dates.length > DATES_MAX) throw new Invalid('DAYS_TOO_MANY', { field: 'dates', maxDays: DATES_MAX });
  const window = { from: addDays(first, -AROUND_DAYS), to: addDays(last, AROUND_DAYS) };
  checkRange(window.from, window.to);
  const problem = await poseRepair(sorted, window, context);
  return keepPlan({ name, ...window, seed: SEED, problem }, context);
}

async function poseRepair(dates: readonly LocalDate[], window: Days, context: Context): Promise<Problem> {
  const { rotas, calendars, receptionSettings, today } = context;
  const { calendar } = await calendars.current();
  const rules = (await rotas.rules()).map((rule) => rule.asTurnRule());
  const keyPeriods = (await rotas.keyPeriods()).map((keyPeriod) => keyPeriod.asKeyPeriod());
  const published = await rotas.duties(window);
  const { turns, kept } = repairTurns({ rules, keyPeriods, published, dates }, window, calendar);
  if (turns.length === 0) throw new RuleBroken('NO_TURNS', { field: 'dates' });
  const leaders = await leadersOf(
    { period: window, keyPeriods, holders: kept.map(({ leaderId }) => leaderId) },
    context,
  );
  if (leaders.length === 0) throw new RuleBroken('NO_LEADERS', { field: 'dates' });
  if (turns.length * leaders.length > MOST_CELLS)
    throw new Invalid('PLAN_TOO_LARGE', { field: 'dates', most: MOST_CELLS });
  const held = new Set(kept.map(({ turnKey, leaderId }) => `${turnKey} ${leaderId}`));
  const bound = leaders.map(({ takesPart, ...leader }) =>
    takesPart ? leader : { ...leader, away: [...leader.away, ...daysNotHeld(leader, turns, held)] },
  );
  const { wishes } = await receptionSettings.current();
  return { leaders: bound, turns, dayNumbers: dayNumbersOf(turns, calendar), wishes, kept, settledBefore: today };
}

/** Who takes part no more keeps what they hold, and is given nothing else. */
function daysNotHeld({ id }: Leader, turns: readonly Turn[], held: ReadonlySet<string>): Days[] {
  return turns.filter(({ key }) => !held.has(`${key} ${id}`)).map(({ date }) => ({ from: date, to: date }));
}
