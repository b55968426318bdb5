import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import { refusing } from '../constraint-refusals.ts';
import type { Context } from '../context.ts';
import type { HalfDay } from '../coverage/rules/coverage.ts';
import type { Station } from '../station/station.entity.ts';
import type { RequirementLineInput } from './requirement.inputs.ts';
import { RequirementLine } from './requirement-line.entity.ts';
import { checkLine, weekdayMask } from './rules/line-terms.ts';

/**
 * Adds a line, or changes one from a day on: the version before ends the day before.
 * @throws as `checkLine`; NotFound `STATION_NOT_FOUND`, `REQUIREMENT_NOT_FOUND`; Conflict `REQUIREMENT_CHANGED`;
 * RuleBroken `REQUIREMENT_OVERLAPS`
 */
export async function saveRequirementLine(input: RequirementLineInput, context: Context): Promise<Station> {
  const { requirements, today, em } = context;
  checkLine(input, today);
  const station = await requirements.ownStation(input.stationId, 'stationId');
  const line = input.id ? await changeVersion(input.id, input, context) : await addLine(station, input, context);
  const facts = { line, lawyers: input.lawyers, from: input.effectiveFrom, to: input.effectiveTo ?? null };
  const action = input.id ? 'CHANGE_REQUIREMENT' : 'ADD_REQUIREMENT';
  await auditChange(context, { action, subjectType: 'Station', subjectId: station.id, facts });
  await refusing(() => em.flush());
  requirements.forget(station.id);
  return station;
}

async function addLine(station: Station, input: RequirementLineInput, context: Context): Promise<number> {
  const existing = await context.requirements.linesOf(station.id);
  const line = 1 + Math.max(0, ...existing.map((one) => one.line));
  for (const halfDay of new Set(input.halfDays)) addVersion(station, { halfDay, line }, input, context);
  return line;
}

async function changeVersion(id: string, input: RequirementLineInput, context: Context): Promise<number> {
  const { requirements } = context;
  const before = await requirements.ownLine(id);
  if (before.version !== input.version) throw new Conflict('REQUIREMENT_CHANGED');
  if (before.stationId !== input.stationId) throw new RuleBroken('REQUIREMENT_OVERLAPS', { field: 'stationId' });
  if (input.effectiveFrom <= before.effectiveFrom) {
    Object.assign(before, valuesOf(input));
    return before.line;
  }
  before.effectiveTo = addDays(input.effectiveFrom, -1);
  await refusing(() => context.em.flush());
  const { halfDay, line } = before;
  addVersion(await requirements.ownStation(before.stationId), { halfDay, line }, input, context);
  return line;
}

function addVersion(
  { id: stationId, institutionId }: Station,
  place: { readonly halfDay: HalfDay; readonly line: number },
  input: RequirementLineInput,
  { em, now }: Context,
): void {
  em.persist(em.create(RequirementLine, { id: newId(now), institutionId, stationId, ...place, ...valuesOf(input) }));
}

function valuesOf({ lawyers, weekdays, specialties, language, priority, ...dates }: RequirementLineInput) {
  return {
    lawyers,
    weekdays: weekdayMask(weekdays),
    specialties: [...specialties],
    language: language ?? null,
    priority,
    effectiveFrom: dates.effectiveFrom,
    effectiveTo: dates.effectiveTo ?? null,
  };
}

/**
 * The line asks for nobody after `lastDay`; one that never began is gone.
 * @throws NotFound `REQUIREMENT_NOT_FOUND`; Conflict `REQUIREMENT_CHANGED`; RuleBroken `REQUIREMENT_IN_THE_PAST`
 */
export async function endRequirementLine(
  { id, version, lastDay }: { readonly id: string; readonly version: number; readonly lastDay: LocalDate },
  context: Context,
): Promise<Station> {
  const { requirements, today, em } = context;
  const line = await requirements.ownLine(id);
  if (line.version !== version) throw new Conflict('REQUIREMENT_CHANGED');
  if (lastDay < addDays(today, -1)) throw new RuleBroken('REQUIREMENT_IN_THE_PAST', { field: 'lastDay', today });
  if (lastDay < line.effectiveFrom) em.remove(line);
  else line.effectiveTo = lastDay;
  const facts = { line: line.line, lastDay };
  await auditChange(context, { action: 'END_REQUIREMENT', subjectType: 'Station', subjectId: line.stationId, facts });
  await refusing(() => em.flush());
  requirements.forget(line.stationId);
  return requirements.ownStation(line.stationId);
}
