import type { Context } from '../context.ts';
import type { CoverageReport } from './coverage.type.ts';
import {
  type CoverageBasis,
  coverageByHalfDay,
  coverageOf,
  coveragePeriod,
  type HalfDayCoverage,
  type Period,
  type Requirement,
} from './rules/coverage.ts';

/** What the rate means, beside the number. */
const DEFINITION = {
  zh: '期间内每个工作日（含调休上班日）各站点各半日要求的律师席位中，已安排律师的席位所占比例；同一半日多安排的不抵其他半日。',
  en: 'Of the lawyers’ seats required at each station in each half-day of every working day of the period, make-up working days included, the share with a lawyer assigned; one too many in a half-day makes up for no other.',
} as const;

/** @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG`; NotFound `CALENDAR_NOT_FOUND` */
export async function coverageReport(institutionId: string, asked: Period, context: Context): Promise<CoverageReport> {
  const period = coveragePeriod(asked, 'period');
  const { requirements, basis } = await factsOf(institutionId, period, context);
  return { period, definition: DEFINITION, ...coverageOf(period, requirements, basis) };
}

/** Where a station wants lawyers and how many are there, by half-day. @throws as `coverageReport` */
export async function coverageOfStation(
  { id, institutionId }: { readonly id: string; readonly institutionId: string },
  asked: Period,
  context: Context,
): Promise<HalfDayCoverage[]> {
  const period = coveragePeriod(asked, 'to');
  const { requirements, basis } = await factsOf(institutionId, period, context);
  return coverageByHalfDay(
    period,
    requirements.filter(({ stationId }) => stationId === id),
    basis,
  );
}

async function factsOf(
  institutionId: string,
  period: Period,
  { coverage }: Context,
): Promise<{ readonly requirements: readonly Requirement[]; readonly basis: CoverageBasis }> {
  const requirements = await coverage.requirementsOf(institutionId, period);
  const seats = await coverage.seatsOf(institutionId, period);
  return { requirements, basis: { seats, calendar: await coverage.calendarOf(institutionId) } };
}
