import type { Context } from '../context.ts';
import { coverageOf, coveragePeriod, type Period } from '../coverage/rules/coverage.ts';
import type { AttendanceReport } from './attendance-report.type.ts';

/** What the figures mean, beside them. */
const DEFINITION = {
  zh: '期间内每个工作日（含调休上班日）各站点各半日要求的律师席位中，已排律师的席位为已排，律师签到的席位为实到；同一半日多出的不抵其他半日。',
  en: 'Of the lawyers’ seats required at each station in each half-day of every working day of the period, make-up working days included: planned where a lawyer is assigned, kept where one checked in; one too many in a half-day makes up for no other.',
} as const;

/** @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG`; NotFound `CALENDAR_NOT_FOUND` */
export async function attendanceReport(
  institutionId: string,
  asked: Period,
  { coverage, attended }: Context,
): Promise<AttendanceReport> {
  const period = coveragePeriod(asked, 'period');
  const requirements = await coverage.requirementsOf(institutionId, period);
  const calendar = await coverage.calendarOf(institutionId);
  const planned = coverageOf(period, requirements, { seats: await attended.planned(institutionId, period), calendar });
  const kept = coverageOf(period, requirements, { seats: await attended.kept(institutionId, period), calendar });
  return {
    period,
    definition: DEFINITION,
    requiredSeats: planned.requiredSeats,
    plannedSeats: planned.coveredSeats,
    attendedSeats: kept.coveredSeats,
    plannedRate: planned.rate,
    effectiveRate: kept.rate,
  };
}
