import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { Department } from './department.entity.ts';
import type { AddDepartmentInput, ChangeDepartmentInput, DepartmentStepInput } from './department.inputs.ts';

/** Characters. */
const NAME_MAX = 40;

/** @throws Invalid of `cleanText`; Conflict `DEPARTMENT_NAME_TAKEN` */
export async function addDepartment(input: AddDepartmentInput, context: Context): Promise<Department> {
  const { em, viewer, now } = context;
  const name = await freeName(input.name, null, context);
  const department = em.create(Department, {
    id: newId(now),
    institutionId: viewer.institutionId,
    name,
    kind: input.kind,
    version: 1,
  });
  return written('ADD_DEPARTMENT', department, { kind: input.kind }, context);
}

/**
 * @throws NotFound `DEPARTMENT_NOT_FOUND`; Conflict `DEPARTMENT_CHANGED`, `DEPARTMENT_NAME_TAKEN`;
 * RuleBroken `DEPARTMENT_CLOSED`, `HEAD_NOT_IN_DEPARTMENT`
 */
export async function changeDepartment(input: ChangeDepartmentInput, context: Context): Promise<Department> {
  const department = await context.people.changeDepartment(input.id, input.version);
  if (department.closedOn) throw new RuleBroken('DEPARTMENT_CLOSED', { field: 'id' });
  if (input.name != null) department.name = await freeName(input.name, department.id, context);
  if (input.headId) await requireOwn(input.headId, department, context);
  if (input.headId !== undefined) department.headId = input.headId || null;
  const facts = { renamed: input.name != null, headId: department.headId ?? null };
  return written('CHANGE_DEPARTMENT', department, facts, context);
}

/** @throws NotFound `DEPARTMENT_NOT_FOUND`; Conflict `DEPARTMENT_CHANGED`; and what its entity throws */
export async function closeDepartment({ id, version }: DepartmentStepInput, context: Context): Promise<Department> {
  const department = await context.people.changeDepartment(id, version);
  department.close(context.today, await context.people.staffCount(id));
  return written('CLOSE_DEPARTMENT', department, {}, context);
}

async function requireOwn(staffId: string, { id }: Department, { people }: Context): Promise<void> {
  const head = await people.staffMember(staffId);
  if (!head?.active || head.departmentId !== id) throw new RuleBroken('HEAD_NOT_IN_DEPARTMENT', { field: 'headId' });
}

async function freeName(written: string, ownId: string | null, { people, viewer }: Context): Promise<string> {
  const name = cleanText(written, { field: 'name', min: 2, max: NAME_MAX });
  const others = await people.departmentsOf.load(viewer.institutionId);
  const isTaken = others.some((other) => other.name === name && other.id !== ownId && !other.closedOn);
  if (isTaken) throw new Conflict('DEPARTMENT_NAME_TAKEN', { field: 'name' });
  return name;
}

async function written(
  action: string,
  department: Department,
  facts: Readonly<Record<string, unknown>>,
  context: Context,
): Promise<Department> {
  await context.em.flush();
  context.people.departmentsOf.clearAll();
  await auditChange(context, { action, subjectType: 'Department', subjectId: department.id, facts });
  return department;
}
