import { addDays, type LocalDate } from '@everyletter/kit/time';
import { isWorkday } from '@everyletter/kit/workdays';
import type { Context } from '../context.ts';
import { turnsOf } from '../rota/rules/turns.ts';
import type { ReceptionDay } from './reception-day.entity.ts';

/** As far as rotas are published. Calendar days. */
const AHEAD_DAYS = 400;

/** Published days, from today on, that are not worked and that neither a rule nor a key period asks for. */
export async function receptionsOnDaysOff({ receptions, calendars, rotas, today }: Context): Promise<ReceptionDay[]> {
  const { calendar } = await calendars.current();
  const days = await receptions.between(today, addDays(today, AHEAD_DAYS));
  const off = days.filter(({ date }) => !isWorkday(date as LocalDate, calendar));
  const [first, last] = [off[0], off.at(-1)];
  if (!first || !last) return [];
  const rules = (await rotas.rules()).map((rule) => rule.asTurnRule());
  const keyPeriods = (await rotas.keyPeriods()).map((keyPeriod) => keyPeriod.asKeyPeriod());
  const period = { from: first.date as LocalDate, to: last.date as LocalDate };
  const asked = new Set<string>(turnsOf({ rules, keyPeriods }, period, calendar).map(({ date }) => date));
  return off.filter(({ date }) => !asked.has(date));
}
