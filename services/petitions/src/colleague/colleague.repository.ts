import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Staff of the viewer's institution and their departments: a read copy, only to know whom a change may name. */
export class Colleagues {
  constructor(private readonly em: EntityManager) {}

  /**
   * The department exists and has somebody in it; the member of staff, where one is named, belongs to it.
   * @throws NotFound `DEPARTMENT_NOT_FOUND`, `STAFF_NOT_FOUND`; RuleBroken `HANDLER_NOT_IN_DEPARTMENT`
   */
  async requireHandling(departmentId: string, handlerId: string | null): Promise<void> {
    const departments = await this.departmentsOf(handlerId ? [handlerId] : []);
    const found = handlerId ? departments.get(handlerId) : departmentId;
    if (found !== departmentId || !handlerId) await this.requireDepartment(departmentId);
    if (!found) throw new NotFound('STAFF_NOT_FOUND', { field: 'handlerId' });
    if (found !== departmentId) throw new RuleBroken('HANDLER_NOT_IN_DEPARTMENT', { field: 'handlerId' });
  }

  /** @throws NotFound `STAFF_NOT_FOUND` when one of them is not of this institution */
  async requireAll(staffIds: readonly string[], field: string): Promise<void> {
    const departments = await this.departmentsOf(staffIds);
    if (staffIds.some((id) => !departments.has(id))) throw new NotFound('STAFF_NOT_FOUND', { field });
  }

  private async requireDepartment(departmentId: string): Promise<void> {
    const rows = isId(departmentId)
      ? await this.em.execute('select from petitions.colleague where department_id = ? limit 1', [departmentId])
      : [];
    if (rows.length === 0) throw new NotFound('DEPARTMENT_NOT_FOUND', { field: 'handlingDepartmentId' });
  }

  private async departmentsOf(staffIds: readonly string[]): Promise<Map<string, string>> {
    const ids = staffIds.filter(isId);
    if (ids.length === 0) return new Map();
    const rows = await this.em.execute<{ id: string; department_id: string }[]>(
      `select id, department_id from petitions.colleague where id = any(?::uuid[])`,
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map(({ id, department_id }) => [id, department_id]));
  }
}
