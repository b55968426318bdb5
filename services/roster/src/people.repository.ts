import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import type { Role } from '@everyletter/kit/viewer';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Department } from './department/department.entity.ts';
import { Institution } from './institution/institution.entity.ts';
import { Responsibility, RoleGrant, Staff } from './staff/staff.entity.ts';

/**
 * The only door to institutions, departments and staff; made per request. What row-level security hides does not
 * exist for the viewer. Each loader asks once for all that is wanted in one tick.
 */
export class People {
  private readonly institutions = loadById(this.em, Institution);
  private readonly departments = loadById(this.em, Department);
  private readonly members = loadById(this.em, Staff);

  readonly departmentsOf = new DataLoader<string, Department[]>(async (institutionIds) => {
    const found = await this.em.find(
      Department,
      { institutionId: { $in: [...institutionIds] } },
      { orderBy: { id: 1 } },
    );
    return institutionIds.map((id) => found.filter((department) => department.institutionId === id));
  });

  readonly childrenOf = new DataLoader<string, Institution[]>(async (parentIds) => {
    const found = await this.em.find(Institution, { parentId: { $in: [...parentIds] } }, { orderBy: { name: 1 } });
    return parentIds.map((id) => found.filter((institution) => institution.parentId === id));
  });

  readonly rolesOf = new DataLoader<string, Role[]>(async (staffIds) => {
    const grants = await this.em.find(RoleGrant, { staffId: { $in: [...staffIds] } }, { orderBy: { role: 1 } });
    return staffIds.map((id) => grants.filter((grant) => grant.staffId === id).map((grant) => grant.role as Role));
  });

  readonly staffCounts = new DataLoader<string, number>(async (departmentIds) => {
    const rows = await this.em.execute<{ id: string; count: number }[]>(
      `select department_id as id, count(*)::int as count from roster.staff
       where active and department_id = any(?::uuid[]) group by 1`,
      [`{${departmentIds.join(',')}}`],
    );
    return departmentIds.map((id) => rows.find((row) => row.id === id)?.count ?? 0);
  });

  readonly linesOf = new DataLoader<string, Responsibility[]>(async (staffIds) => {
    const found = await this.em.find(Responsibility, { staffId: { $in: [...staffIds] } });
    return staffIds.map((id) => found.filter(({ staffId }) => staffId === id));
  });

  constructor(private readonly em: EntityManager) {}

  institution(id: string): Promise<Institution | null> {
    return this.institutions.load(id);
  }

  department(id: string): Promise<Department | null> {
    return this.departments.load(id);
  }

  staffMember(id: string): Promise<Staff | null> {
    return this.members.load(id);
  }

  /** The viewer's own institution and those below it, by name. */
  allInstitutions(): Promise<Institution[]> {
    return this.em.find(Institution, {}, { orderBy: { name: 1 } });
  }

  /**
   * For a change. Locked until the transaction ends; `version`: the one the caller saw, null for what may always be done.
   * @throws NotFound `STAFF_NOT_FOUND`; Conflict `STAFF_CHANGED`, saying who changed it and when
   */
  async changeStaff(id: string, version: number | null): Promise<Staff> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const staff = isId(id) ? await this.em.findOne(Staff, { id }, { lockMode }) : null;
    if (!staff) throw new NotFound('STAFF_NOT_FOUND', { field: 'id' });
    if (version === null || staff.version === version) return staff;
    const changedAt = staff.changedAt?.toISOString() ?? null;
    throw new Conflict('STAFF_CHANGED', { field: 'version', version: staff.version, changedAt });
  }

  /** @throws NotFound `DEPARTMENT_NOT_FOUND`; Conflict `DEPARTMENT_CHANGED` */
  async changeDepartment(id: string, version: number): Promise<Department> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const department = isId(id) ? await this.em.findOne(Department, { id }, { lockMode }) : null;
    if (!department) throw new NotFound('DEPARTMENT_NOT_FOUND', { field: 'id' });
    if (department.version === version) return department;
    throw new Conflict('DEPARTMENT_CHANGED', { field: 'version', version: department.version });
  }

  /** Read anew, whatever was loaded before. */
  async grantedRoles(staffId: string): Promise<Role[]> {
    const grants = await this.em.find(RoleGrant, { staffId }, { orderBy: { role: 1 } });
    return grants.map(({ role }) => role as Role);
  }

  /** Replaces the departments a leader answers for. */
  async setLines({ id: staffId, institutionId }: Staff, departmentIds: readonly string[]): Promise<void> {
    await this.em.nativeDelete(Responsibility, { staffId });
    if (departmentIds.length > 0) {
      await this.em.insertMany(
        Responsibility,
        departmentIds.map((departmentId) => ({ institutionId, staffId, departmentId })),
      );
    }
    this.linesOf.clear(staffId);
  }

  /** They head no department any longer. */
  async giveUpHeading(staffId: string): Promise<void> {
    const headed = await this.em.find(Department, { headId: staffId });
    for (const department of headed) department.headId = null;
  }

  /** How many who have not left sit there, counted anew. */
  staffCount(departmentId: string): Promise<number> {
    return this.staffCounts.clear(departmentId).load(departmentId);
  }

  /** Staff of one institution by name, at most one department's and one role's; `left`: also those who left. */
  async staffOf(
    institutionId: string,
    { departmentId, role, left = false }: { departmentId?: string; role?: Role; left?: boolean },
  ): Promise<Staff[]> {
    if (departmentId && !isId(departmentId)) return [];
    const where = { institutionId, ...(departmentId ? { departmentId } : {}), ...(left ? {} : { active: true }) };
    const staff = await this.em.find(Staff, where, { orderBy: { name: 1, id: 1 } });
    if (!role) return staff;
    const roles = await this.rolesOf.loadMany(staff.map((member) => member.id));
    return staff.filter((_, at) => (roles[at] as Role[]).includes(role));
  }
}
