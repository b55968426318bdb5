import { checkRange } from '../calendar/rules/working-day.ts';
import type { Context } from '../context.ts';
import type { Days } from '../reception-rule/rules/recurrence.ts';
import type { ReceptionReport } from './reception-report.type.ts';
import { keyCoverage, sessionsByLeader, yearUpTo } from './rules/compliance.ts';
import { type ReceptionFigureCode, receptionFigure } from './rules/figures.ts';

/** @throws Invalid `PERIOD_REVERSED`, `DAYS_TOO_MANY` */
export async function receptionReport(period: Days, context: Context): Promise<ReceptionReport> {
  const { rotas, tickets, calendars, receptionSettings, today } = context;
  checkRange(period.from, period.to);
  const { minimumSessions: minimum, legalBasis } = await receptionSettings.current();
  const { calendar } = await calendars.current();
  const planned = await rotas.duties(period);
  const held = sessionsByLeader(planned.filter(({ date }) => date <= today));
  const year = yearUpTo(period.to, today);
  const ofYear = await rotas.duties({ from: year.from, to: `${year.from.slice(0, 4)}-12-31` as Days['to'] });
  const heldThisYear = sessionsByLeader(ofYear.filter(({ date }) => date <= year.to));
  const plannedThisYear = sessionsByLeader(ofYear.filter(({ date }) => date > year.to));
  const profiles = (await rotas.profiles()).filter(({ takesPart }) => takesPart);
  const keys = (await rotas.keyPeriods()).map((one) => one.asKeyPeriod());
  const inPeriod = keys.filter(({ fromOn, toOn }) => fromOn <= period.to && toOn >= period.from);
  const coverage = keyCoverage(inPeriod, { duties: planned, period, calendar });
  const visitors = await tickets.countIn(period);
  const leaders = profiles.map(({ id }) => ({
    leaderId: id,
    held: held.get(id) ?? 0,
    heldThisYear: heldThisYear.get(id) ?? 0,
    plannedThisYear: plannedThisYear.get(id) ?? 0,
    minimum,
  }));
  const compliant = leaders.filter((leader) => leader.heldThisYear >= minimum).length;
  return {
    period,
    legalBasis,
    sessionsHeld: figure('SESSIONS_HELD', sum([...held.values()])),
    visitorsBooked: figure('VISITORS_BOOKED', visitors.booked),
    visitorsReceived: figure('VISITORS_RECEIVED', visitors.received, visitors.booked),
    leadersCompliant: figure('LEADERS_COMPLIANT', compliant, leaders.length),
    keyHalfDaysCovered: figure(
      'KEY_HALF_DAYS_COVERED',
      sum(coverage.map(({ covered }) => covered)),
      sum(coverage.map(({ required }) => required)),
    ),
    leaders,
    keyPeriods: coverage,
  };
}

function figure(code: ReceptionFigureCode, value: number, of: number | null = null) {
  return { definition: receptionFigure(code), value, of };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
