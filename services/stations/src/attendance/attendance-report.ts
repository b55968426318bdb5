import type { Context } from '../context.ts';
import { coveragePeriod, type Period } from '../coverage/rules/coverage.ts';
import { tallyCoverage } from '../coverage/rules/tally.ts';
import type { AttendanceReport } from './attendance-report.type.ts';

const NOTHING = { requiredSeats: 0, coveredSeats: 0, rate: null } as const;

/** What the figures mean, beside them. */
const DEFINITION = {
  zh: '期间内每个工作日（含调休上班日）各站点各半日要求的律师席位中，已排律师的席位为已排，律师签到的席位为实到；同一半日多出的不抵其他半日。',
  en: 'Of the lawyers’ seats required at each station in each half-day of every working day of the period, make-up working days included: planned where a lawyer is assigned, kept where one checked in; one too many in a half-day makes up for no other.',
} as const;

/** @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG`; NotFound `CALENDAR_NOT_FOUND` */
export async function attendanceReport(
  institutionId: string,
  asked: Period,
  { coverage }: Context,
): Promise<AttendanceReport> {
  const period = coveragePeriod(asked, 'period');
  const basis = await coverage.basisOf(institutionId, period);
  const [planned = NOTHING] = tallyCoverage(period, basis, await coverage.heldDaysOf(institutionId, period), 'TOTAL');
  const [kept = NOTHING] = tallyCoverage(period, basis, await coverage.attendedDaysOf(institutionId, period), 'TOTAL');
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
