import { addDays, type LocalDate } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { coverageByHalfDay, type HalfDayCoverage } from '../coverage/rules/coverage.ts';
import type { Station } from '../station/station.entity.ts';
import type { RequirementExceptionInput, RequirementLineInput } from './requirement.inputs.ts';
import { checkException, checkLine, weekdayMask } from './rules/line-terms.ts';
import { type Exception, type Line, slotsOf } from './rules/slots.ts';

/** How far the preview looks. Calendar days: eight weeks. */
const PREVIEW_DAYS = 56;

export interface PreviewDay extends HalfDayCoverage {
  /** What was required before the change. */
  readonly requiredBefore: number;
}

/**
 * The next eight weeks of a station as they would be: what each half-day asks for, who is there, what it asks for as it stands.
 * Half-days that neither asks for are left out. Nothing is kept. @throws as `checkLine`, `checkException`
 */
export async function previewRequirements(
  stationId: string,
  change: { readonly line?: RequirementLineInput | null; readonly exception?: RequirementExceptionInput | null },
  context: Context,
): Promise<PreviewDay[]> {
  const { requirements, coverage, today } = context;
  const station = await requirements.ownStation(stationId, 'stationId');
  const period = { from: today, to: addDays(today, PREVIEW_DAYS - 1) };
  const basis = await coverage.basisOf(station.institutionId, period);
  const own = { ...basis, lines: basis.lines.filter((line) => line.stationId === station.id) };
  if (change.line) checkLine(change.line, today);
  if (change.exception) checkException(change.exception, own.lines, today);
  const lines = change.line ? await withLine(own.lines, station, change.line, context) : own.lines;
  const exceptions = change.exception ? [...own.exceptions, asException(change.exception)] : own.exceptions;
  const seats = await coverage.seatsOf(station.institutionId, period);
  const now = coverageByHalfDay(slotsOf(period, own), seats);
  const before = new Map(now.map((one) => [`${one.date}/${one.halfDay}`, one]));
  const after = coverageByHalfDay(slotsOf(period, { ...own, lines, exceptions }), seats);
  const dropped = now.filter((one) => !after.some(({ date, halfDay }) => date === one.date && halfDay === one.halfDay));
  return [
    ...after.map((one) => ({
      ...one,
      requiredBefore: before.get(`${one.date}/${one.halfDay}`)?.requiredSeats ?? 0,
    })),
    ...dropped.map((one) => ({ ...one, requiredSeats: 0, coveredSeats: 0, requiredBefore: one.requiredSeats })),
  ];
}

async function withLine(lines: readonly Line[], station: Station, input: RequirementLineInput, context: Context) {
  const { requirements } = context;
  const asked = {
    stationId: station.id,
    lawyers: input.lawyers,
    weekdays: weekdayMask(input.weekdays),
    specialties: input.specialties,
    language: input.language ?? null,
    priority: input.priority,
    from: input.effectiveFrom,
    to: input.effectiveTo ?? null,
  };
  if (!input.id) {
    const line = 1 + Math.max(0, ...lines.map((one) => one.line));
    return [...lines, ...input.halfDays.map((halfDay) => ({ ...asked, halfDay, line }))];
  }
  const changed = (await requirements.ownLine(input.id)).asLine();
  const { halfDay, line } = changed;
  const isBefore = (one: Line) => one.line === line && one.halfDay === halfDay && one.from === changed.from;
  return lines.flatMap((one) => (isBefore(one) ? versions(one, { ...asked, halfDay, line }) : [one]));
}

/** The version before, as long as it still holds, and the one that follows it. */
function versions(before: Line, after: Line): Line[] {
  if (after.from <= before.from) return [after];
  return [{ ...before, to: addDays(after.from, -1) as LocalDate }, after];
}

function asException(input: RequirementExceptionInput): Exception {
  return {
    id: 'preview',
    stationId: input.stationId,
    kind: input.kind,
    halfDay: input.halfDay ?? null,
    line: input.line ?? null,
    lawyers: input.kind === 'CLOSE' ? null : (input.lawyers ?? null),
    from: input.fromDate,
    to: input.toDate,
  };
}
