import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { DutyRow } from '../duty/duty-row.ts';
import { isHeld } from '../duty/rules/duty-state.ts';
import { canManageDuty, isLawyer } from '../lawyer/lawyer.policy.ts';
import { checkCheckIn, lateMinutes } from './rules/attendance-times.ts';

/** Characters. */
const REASON_MAX = 200;

/** By the lawyer on a phone, or at the desk for them. An absence somebody noted before is taken back. */
export async function checkIn(id: string, context: Context): Promise<DutyRow> {
  const { em, duties, dutyPolicies, viewer, now } = context;
  const duty = await duties.change(id);
  const isOwn = isLawyer(viewer, duty.lawyerId);
  authorize(isOwn || canManageDuty(viewer));
  const { lateAfterMinutes, checkInEarlyMinutes } = await dutyPolicies.current();
  checkCheckIn(duty, checkInEarlyMinutes, now);
  const late = lateMinutes(duty, lateAfterMinutes, now);
  await em.execute(
    `insert into stations.attendance (id, institution_id, assignment_id, lawyer_id, checked_in_at, checked_in_by,
       late_minutes, recorded_by_id) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (institution_id, assignment_id) do update set checked_in_at = excluded.checked_in_at,
       checked_in_by = excluded.checked_in_by, late_minutes = excluded.late_minutes, absent_at = null,
       absence_reason = null, recorded_by_id = excluded.recorded_by_id, version = attendance.version + 1`,
    [newId(now), duty.institutionId, id, duty.lawyerId, now, isOwn ? 'PHONE' : 'DESK', late, viewer.staffId],
  );
  return tell('CHECK_IN', duty, { late }, context);
}

/** @throws RuleBroken `NOT_CHECKED_IN`, `CHECKED_OUT_BEFORE` */
export async function checkOut(id: string, context: Context): Promise<DutyRow> {
  const { em, duties, viewer, now } = context;
  const duty = await duties.change(id);
  authorize(isLawyer(viewer, duty.lawyerId) || canManageDuty(viewer));
  if (!duty.checkedIn) throw new RuleBroken('NOT_CHECKED_IN');
  if (duty.stored.checkedOutAt) throw new RuleBroken('CHECKED_OUT_BEFORE');
  await em.execute('update stations.attendance set checked_out_at = ?, version = version + 1 where assignment_id = ?', [
    now,
    id,
  ]);
  return tell('CHECK_OUT', duty, {}, context);
}

/**
 * Somebody who was to be there is not; from the beginning of the duty on.
 * @throws RuleBroken `DUTY_NOT_HELD`, `CHECKED_IN_BEFORE`, `DUTY_HAS_NOT_BEGUN`
 */
export async function markAbsent(id: string, text: string, context: Context): Promise<DutyRow> {
  const { em, duties, viewer, now } = context;
  authorize(canManageDuty(viewer));
  const duty = await duties.change(id);
  if (!isHeld(duty)) throw new RuleBroken('DUTY_NOT_HELD');
  if (duty.checkedIn) throw new RuleBroken('CHECKED_IN_BEFORE');
  if (now < duty.startsAt) throw new RuleBroken('DUTY_HAS_NOT_BEGUN');
  const reason = cleanText(text, { field: 'reason', min: 1, max: REASON_MAX });
  await em.execute(
    `insert into stations.attendance (id, institution_id, assignment_id, lawyer_id, absent_at, absence_reason, recorded_by_id)
     values (?, ?, ?, ?, ?, ?, ?) on conflict (institution_id, assignment_id) do update set
       absent_at = excluded.absent_at, absence_reason = excluded.absence_reason,
       recorded_by_id = excluded.recorded_by_id, version = attendance.version + 1`,
    [newId(now), duty.institutionId, id, duty.lawyerId, now, reason, viewer.staffId],
  );
  return tell('MARK_ABSENT', duty, {}, context);
}

async function tell(
  action: string,
  { id, institutionId, lawyerId }: DutyRow,
  facts: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<DutyRow> {
  await auditChange(context, { action, subjectType: 'Assignment', subjectId: id, facts: { lawyerId, ...facts } });
  await context.announce('hallChanged', institutionId);
  return context.duties.get(id);
}
