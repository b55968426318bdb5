import { newId } from '@everyletter/kit/id';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { StaffCard } from './rules/staff-card.ts';
import { requireCard, saveStaff } from './save-staff.ts';
import { Staff } from './staff.entity.ts';

/** @throws what {@link requireCard} and {@link saveStaff} throw */
export async function addStaff(card: StaffCard, context: Context): Promise<Staff> {
  const { em, viewer, now, people } = context;
  await requireCard(card, context);
  const { lineDepartmentIds, ...columns } = card;
  const staff = em.create(Staff, {
    id: newId(now),
    institutionId: viewer.institutionId,
    ...columns,
    active: true,
    version: 1,
  });
  await saveStaff(staff, context);
  await people.setLines(staff, lineDepartmentIds);
  const { departmentId, grade } = card;
  await auditChange(context, {
    action: 'ADD_STAFF',
    subjectType: 'Staff',
    subjectId: staff.id,
    facts: { departmentId, grade, lines: lineDepartmentIds.length },
  });
  return staff;
}
