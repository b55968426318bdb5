import type { Context } from '../context.ts';
import { slotsOf } from '../requirement/rules/slots.ts';
import type { CoverageGroupType, CoverageReport } from './coverage.type.ts';
import { coverageByHalfDay, coveragePeriod, type HalfDayCoverage, type Period } from './rules/coverage.ts';
import { type CoverageGrouping, type SlotGrouping, tallyCoverage } from './rules/tally.ts';

const NOTHING = { requiredSeats: 0, coveredSeats: 0, rate: null, stationDays: 0, fullStationDays: 0 } as const;

/** What the rate means, beside the number. */
const DEFINITION = {
  zh: '期间内每个工作日（含调休上班日）各站点各半日要求的律师席位中，已安排律师的席位所占比例；同一半日多安排的不抵其他半日。',
  en: 'Of the lawyers’ seats required at each station in each half-day of every working day of the period, make-up working days included, the share with a lawyer assigned; one too many in a half-day makes up for no other.',
} as const;

/** @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG`; NotFound `CALENDAR_NOT_FOUND` */
export async function coverageReport(institutionId: string, asked: Period, context: Context): Promise<CoverageReport> {
  const period = coveragePeriod(asked, 'period');
  const basis = await context.coverage.basisOf(institutionId, period);
  const held = await context.coverage.heldDaysOf(institutionId, period);
  const [total = NOTHING] = tallyCoverage(period, basis, held, 'TOTAL');
  return { period, definition: DEFINITION, ...total };
}

/** The same figures by group, planned and effective. @throws as `coverageReport` */
export async function coverageByGroup(
  asked: Period,
  grouping: CoverageGrouping,
  context: Context,
): Promise<CoverageGroupType[]> {
  const period = coveragePeriod(asked, 'period');
  return grouping === 'FIRM' ? coverageByFirm(period, context) : coverageBySlot(period, grouping, context);
}

/** What each firm holds and kept of all that was required. */
async function coverageByFirm(period: Period, context: Context): Promise<CoverageGroupType[]> {
  const [whole] = await coverageBySlot(period, 'TOTAL', context);
  const requiredSeats = whole?.requiredSeats ?? 0;
  const share = (seats: number) => (requiredSeats > 0 ? seats / requiredSeats : null);
  const loads = (await context.firms.loads(period)).filter(({ planned }) => planned > 0);
  return loads
    .sort((one, other) => other.planned - one.planned || (one.firmId < other.firmId ? -1 : 1))
    .map(({ firmId, planned, served }) => ({
      key: firmId,
      requiredSeats,
      coveredSeats: planned,
      rate: share(planned),
      attendedSeats: served,
      effectiveRate: share(served),
      stationDays: 0,
      fullStationDays: 0,
      exceptedHalfDays: 0,
    }));
}

async function coverageBySlot(
  period: Period,
  grouping: SlotGrouping,
  { coverage, viewer }: Context,
): Promise<CoverageGroupType[]> {
  const basis = await coverage.basisOf(viewer.institutionId, period);
  const planned = tallyCoverage(period, basis, await coverage.heldDaysOf(viewer.institutionId, period), grouping);
  const attended = await coverage.attendedDaysOf(viewer.institutionId, period);
  const effective = new Map(tallyCoverage(period, basis, attended, grouping).map((group) => [group.key, group]));
  return planned.map((group) => ({
    ...group,
    attendedSeats: effective.get(group.key)?.coveredSeats ?? 0,
    effectiveRate: effective.get(group.key)?.rate ?? null,
  }));
}

/** Where a station wants lawyers and how many are there, by half-day. @throws as `coverageReport` */
export async function coverageOfStation(
  { id, institutionId }: { readonly id: string; readonly institutionId: string },
  asked: Period,
  context: Context,
): Promise<HalfDayCoverage[]> {
  const period = coveragePeriod(asked, 'to');
  const basis = await context.coverage.basisOf(institutionId, period);
  const seats = await context.coverage.seatsOf(institutionId, period);
  const lines = basis.lines.filter(({ stationId }) => stationId === id);
  return coverageByHalfDay(
    slotsOf(period, { ...basis, lines }),
    seats.filter(({ stationId }) => stationId === id),
  );
}
