import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { saveStaff } from './save-staff.ts';
import type { Staff } from './staff.entity.ts';
import type { DisableStaffInput, StaffStepInput } from './staff.inputs.ts';

/**
 * A person leaves: nothing they are signed in with holds any longer, and a colleague may take over what is open.
 * @throws NotFound `STAFF_NOT_FOUND`; Conflict `STAFF_CHANGED`; RuleBroken `STAFF_ALREADY_LEFT`, `STAFF_IS_YOU` and
 * those of {@link requireSuccessor}
 */
export async function disableStaff(input: DisableStaffInput, context: Context): Promise<Staff> {
  const { people, accounts, viewer, today, now } = context;
  const staff = await people.changeStaff(input.id, input.version);
  if (staff.id === viewer.staffId) throw new RuleBroken('STAFF_IS_YOU', { field: 'id' });
  staff.leave(today);
  await people.giveUpHeading(staff.id);
  await accounts.disable(staff.grantedAccountId(), now);
  const successor = input.handOverToId ? await requireSuccessor(staff, input.handOverToId, context) : null;
  await saveStaff(staff, context);
  const duties = successor ? await handOver(staff, successor, context) : 0;
  await auditChange(context, {
    action: 'DISABLE_STAFF',
    subjectType: 'Staff',
    subjectId: staff.id,
    facts: { handedOverToId: successor?.id ?? null, duties },
  });
  return staff;
}

/** @throws as {@link disableStaff}; RuleBroken `STAFF_NOT_LEFT` */
export async function enableStaff({ id, version }: StaffStepInput, context: Context): Promise<Staff> {
  const staff = await context.people.changeStaff(id, version);
  staff.comeBack();
  await context.accounts.enable(staff.grantedAccountId());
  await saveStaff(staff, context);
  await auditChange(context, { action: 'ENABLE_STAFF', subjectType: 'Staff', subjectId: staff.id, facts: {} });
  return staff;
}

/** @throws NotFound `STAFF_NOT_FOUND`; RuleBroken `HANDOVER_OTHER_DEPARTMENT`, `STAFF_ALREADY_LEFT` */
async function requireSuccessor(staff: Staff, id: string, { people }: Context): Promise<Staff> {
  const field = 'handOverToId';
  const successor = await people.staffMember(id);
  if (!successor || successor.institutionId !== staff.institutionId) throw new NotFound('STAFF_NOT_FOUND', { field });
  if (!successor.active) throw new RuleBroken('STAFF_ALREADY_LEFT', { field, leftOn: successor.leftOn ?? null });
  if (successor.departmentId !== staff.departmentId) throw new RuleBroken('HANDOVER_OTHER_DEPARTMENT', { field });
  return successor;
}

/** Duties from tomorrow on here, petitions where they are kept. Answers how many duties there were. */
async function handOver(staff: Staff, successor: Staff, context: Context): Promise<number> {
  await context.publish('roster.staff-handed-over', {
    version: staff.version,
    fromStaffId: staff.id,
    toStaffId: successor.id,
  });
  return context.receptions.handOver(staff.id, successor.id, context.now);
}
