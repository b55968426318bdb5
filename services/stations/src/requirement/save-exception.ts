import { RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Station } from '../station/station.entity.ts';
import { requiredText } from '../station/station.inputs.ts';
import type { RequirementExceptionInput } from './requirement.inputs.ts';
import { RequirementException } from './requirement-exception.entity.ts';
import { checkException, overlapping } from './rules/line-terms.ts';

/** Characters. */
const REASON_MAX = 200;
const NUMBER_MAX = 60;

/**
 * @throws as `checkException`; Invalid `TEXT_MISSING`, `TEXT_TOO_LONG`; NotFound `STATION_NOT_FOUND`;
 * RuleBroken `EXCEPTION_OVERLAPS`
 */
export async function addException(input: RequirementExceptionInput, context: Context): Promise<Station> {
  const { requirements, em, viewer, now, today } = context;
  const reason = requiredText(input.reason, 'reason', REASON_MAX);
  const number = input.documentNumber?.trim() ? requiredText(input.documentNumber, 'documentNumber', NUMBER_MAX) : null;
  const station = await requirements.ownStation(input.stationId, 'stationId');
  const lines = await requirements.linesOf(station.id);
  checkException(
    input,
    lines.map((line) => line.asLine()),
    today,
  );
  const { kind, halfDay = null, fromDate, toDate } = input;
  const there = await requirements.exceptionsIn({ from: fromDate, to: toDate }, { stationId: station.id });
  const isTwice = overlapping(
    there.map((one) => one.asException()),
    input,
  );
  if (isTwice) throw new RuleBroken('EXCEPTION_OVERLAPS', { field: 'fromDate' });
  const isClosing = kind === 'CLOSE';
  const asked = { line: input.line ?? null, lawyers: isClosing ? null : (input.lawyers ?? null) };
  const exception = em.create(RequirementException, {
    id: newId(now),
    institutionId: station.institutionId,
    stationId: station.id,
    kind,
    halfDay,
    ...asked,
    fromDate,
    toDate,
    reason,
    documentNumber: number,
    createdById: viewer.accountId,
    createdAt: now,
  });
  em.persist(exception);
  const facts = { kind, halfDay, ...asked, from: fromDate, to: toDate };
  await auditChange(context, { action: 'ADD_EXCEPTION', subjectType: 'Station', subjectId: station.id, facts });
  await em.flush();
  return station;
}

/**
 * From today on the lines hold again; days gone by keep their exception, since figures were counted with it.
 * @throws NotFound `EXCEPTION_NOT_FOUND`; RuleBroken `EXCEPTION_IN_THE_PAST`
 */
export async function withdrawException(id: string, context: Context): Promise<Station> {
  const { requirements, em, today } = context;
  const exception = await requirements.ownException(id);
  const { stationId, fromDate, toDate } = exception;
  if (toDate < today) throw new RuleBroken('EXCEPTION_IN_THE_PAST', { field: 'id', today });
  if (fromDate < today) exception.toDate = addDays(today as LocalDate, -1);
  else em.remove(exception);
  const facts = { from: fromDate, to: toDate };
  await auditChange(context, { action: 'WITHDRAW_EXCEPTION', subjectType: 'Station', subjectId: stationId, facts });
  await em.flush();
  return requirements.ownStation(stationId);
}
