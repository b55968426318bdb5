import { authorize, NotFound } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { Absence } from './absence.entity.ts';
import { canRecordAbsence } from './absence.policy.ts';
import type { RecordAbsenceInput } from './absence.type.ts';
import { checkAbsence, type Days } from './rules/absence.ts';

/**
 * The person's row is locked, so that of two absences at once the second sees the first.
 * @throws NotFound `STAFF_NOT_FOUND`; Forbidden `NOT_ALLOWED`; and what {@link checkAbsence} throws
 */
export async function recordAbsence(input: RecordAbsenceInput, context: Context): Promise<Absence> {
  const { people, absences, viewer, now, em } = context;
  const staff = await people.changeStaff(input.staffId, null);
  authorize(canRecordAbsence(viewer, { staffId: staff.id, departmentId: staff.departmentId }));
  if (!staff.active) throw new NotFound('STAFF_NOT_FOUND', { field: 'staffId' });
  const others = await absences.of.load(staff.id);
  checkAbsence(input, others.map(daysOf));
  const absence = em.create(Absence, {
    id: newId(now),
    institutionId: staff.institutionId,
    staffId: staff.id,
    kind: input.kind,
    from: input.from,
    to: input.to,
    recordedById: viewer.accountId,
    recordedAt: now,
  });
  await em.flush();
  absences.of.clear(staff.id);
  await writeDown('RECORD_ABSENCE', absence, context);
  return absence;
}

function daysOf({ from, to }: Absence): Days {
  return { from: from as LocalDate, to: to as LocalDate };
}

/** @throws NotFound `ABSENCE_NOT_FOUND`; Forbidden `NOT_ALLOWED` */
export async function removeAbsence(id: string, context: Context): Promise<Absence> {
  const { people, absences, viewer, em } = context;
  const absence = await absences.get(id);
  const staff = await people.staffMember(absence.staffId);
  authorize(canRecordAbsence(viewer, { staffId: absence.staffId, departmentId: staff?.departmentId ?? '' }));
  await em.remove(absence).flush();
  absences.of.clear(absence.staffId);
  await writeDown('REMOVE_ABSENCE', absence, context);
  return absence;
}

/** Without its kind, which may say that somebody is ill. */
async function writeDown(action: string, { id, staffId, from, to }: Absence, context: Context): Promise<void> {
  await auditChange(context, { action, subjectType: 'Absence', subjectId: id, facts: { staffId, from, to } });
}
