import { Conflict, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import type { Context } from '../context.ts';
import { checkStaffCard, type StaffCard } from './rules/staff-card.ts';
import type { Staff } from './staff.entity.ts';

/**
 * The card holds together, and its departments are there and open.
 * @throws RuleBroken `LINES_NEED_LEADER`, `DEPARTMENT_CLOSED`; NotFound `DEPARTMENT_NOT_FOUND`
 */
export async function requireCard(card: StaffCard, { people, viewer }: Context): Promise<void> {
  checkStaffCard(card);
  const wanted = [
    ['departmentId', card.departmentId] as const,
    ...card.lineDepartmentIds.map((id) => ['lineDepartmentIds', id] as const),
  ];
  for (const [field, id] of wanted) {
    const department = await people.department(id);
    if (!department || department.institutionId !== viewer.institutionId) {
      throw new NotFound('DEPARTMENT_NOT_FOUND', { field });
    }
    if (department.closedOn) throw new RuleBroken('DEPARTMENT_CLOSED', { field });
  }
}

/**
 * Writes a person down and tells who keeps a copy.
 * @throws Conflict `STAFF_NUMBER_TAKEN`
 */
export async function saveStaff(staff: Staff, context: Context): Promise<void> {
  staff.touch(context.now, context.viewer.accountId);
  try {
    await context.em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new Conflict('STAFF_NUMBER_TAKEN', { field: 'staffNumber' }, { cause: error });
  }
  await context.publish('roster.staff-changed', {
    version: staff.version,
    staffId: staff.id,
    departmentId: staff.departmentId,
    roles: await context.people.grantedRoles(staff.id),
    active: staff.active,
  });
}
