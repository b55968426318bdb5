import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { StaffGrade } from './rules/grades.ts';
import type { StaffCard } from './rules/staff-card.ts';
import { requireCard, saveStaff } from './save-staff.ts';
import type { Staff } from './staff.entity.ts';
import { type ChangeStaffInput, cardOf } from './staff.inputs.ts';

/**
 * Changes what is named of a person; who moves no longer heads the department they leave.
 * @throws NotFound `STAFF_NOT_FOUND`; Conflict `STAFF_CHANGED`; and what {@link requireCard} and {@link saveStaff} throw
 */
export async function changeStaff(input: ChangeStaffInput, context: Context): Promise<Staff> {
  const { people } = context;
  const staff = await people.changeStaff(input.id, input.version);
  const before = { ...(await cardBefore(staff, context)) };
  const card = cardOf({
    departmentId: input.departmentId ?? before.departmentId,
    name: input.name ?? before.name,
    title: input.title ?? before.title,
    grade: input.grade ?? before.grade,
    staffNumber: input.staffNumber === undefined ? before.staffNumber : input.staffNumber,
    lineDepartmentIds: input.lineDepartmentIds ?? before.lineDepartmentIds,
  });
  await requireCard(card, context);
  staff.describe(card);
  if (card.departmentId !== before.departmentId) await people.giveUpHeading(staff.id);
  await saveStaff(staff, context);
  await people.setLines(staff, card.lineDepartmentIds);
  await auditChange(context, {
    action: 'CHANGE_STAFF',
    subjectType: 'Staff',
    subjectId: staff.id,
    facts: { changed: changedFields(before, card) },
  });
  return staff;
}

async function cardBefore(staff: Staff, { people }: Context): Promise<StaffCard> {
  const lines = await people.linesOf.load(staff.id);
  const { departmentId, name, title, staffNumber } = staff;
  return {
    departmentId,
    name,
    title,
    grade: staff.grade as StaffGrade,
    staffNumber: staffNumber ?? null,
    lineDepartmentIds: lines.map(({ departmentId: id }) => id),
  };
}

/** Names of the fields only: the trail holds no personal data. */
function changedFields(before: StaffCard, after: StaffCard): string[] {
  const fields = Object.keys(after) as (keyof StaffCard)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
