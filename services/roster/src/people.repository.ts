import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import type { Role } from '@everyletter/kit/viewer';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { Department } from './department/department.entity.ts';
import { Institution } from './institution/institution.entity.ts';
import { RoleGrant, Staff } from './staff/staff.entity.ts';

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

  /** Staff of one institution by name, at most one department's and one role's when those are given. */
  async staffOf(
    institutionId: string,
    { departmentId, role }: { departmentId?: string; role?: Role },
  ): Promise<Staff[]> {
    if (departmentId && !isId(departmentId)) return [];
    const where = { institutionId, ...(departmentId ? { departmentId } : {}) };
    const staff = await this.em.find(Staff, where, { orderBy: { name: 1, id: 1 } });
    if (!role) return staff;
    const roles = await this.rolesOf.loadMany(staff.map((member) => member.id));
    return staff.filter((_, at) => (roles[at] as Role[]).includes(role));
  }
}
