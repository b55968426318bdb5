import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';

/** What of a member of staff this service keeps. */
export interface KnownColleague {
  readonly staffId: string;
  readonly departmentId: string;
  readonly active: boolean;
  readonly version: number;
}

/** Staff of the viewer's institution and their departments: a read copy, only to know whom a change may name. */
export class Colleagues {
  /** Rides `petition_handler`, past row-level security but for the institution: counts are no petitions. */
  readonly loads = new DataLoader<string, number>(async (staffIds) => {
    const rows = await this.em.execute<{ handler_id: string; petitions: number }[]>(
      'select handler_id, petitions from petitions.handler_load where handler_id = any(?::uuid[])',
      [`{${staffIds.filter(isId).join(',')}}`],
    );
    return staffIds.map((id) => rows.find(({ handler_id }) => handler_id === id)?.petitions ?? 0);
  });

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

  /** Somebody of the viewer's institution, also one who left; any other does not exist. */
  async find(id: string): Promise<{ readonly id: string } | null> {
    const rows = isId(id) ? await this.em.execute('select from petitions.colleague where id = ?', [id]) : [];
    return rows.length > 0 ? { id } : null;
  }

  /** @throws NotFound `STAFF_NOT_FOUND` when one of them is not of this institution */
  async requireAll(staffIds: readonly string[], field: string): Promise<void> {
    const departments = await this.departmentsOf(staffIds);
    if (staffIds.some((id) => !departments.has(id))) throw new NotFound('STAFF_NOT_FOUND', { field });
  }

  /** Takes over what the roster says of somebody, unless something newer is known. */
  async know({ staffId, departmentId, active, version }: KnownColleague, institutionId: string): Promise<void> {
    await this.em.execute(
      `insert into petitions.colleague as c (id, institution_id, department_id, active, version) values (?, ?, ?, ?, ?)
       on conflict (id) do update set department_id = excluded.department_id, active = excluded.active,
         version = excluded.version where c.version < excluded.version`,
      [staffId, institutionId, departmentId, active, version],
    );
  }

  private async requireDepartment(departmentId: string): Promise<void> {
    const rows = isId(departmentId)
      ? await this.em.execute('select from petitions.colleague where department_id = ? and active limit 1', [
          departmentId,
        ])
      : [];
    if (rows.length === 0) throw new NotFound('DEPARTMENT_NOT_FOUND', { field: 'handlingDepartmentId' });
  }

  private async departmentsOf(staffIds: readonly string[]): Promise<Map<string, string>> {
    const ids = staffIds.filter(isId);
    if (ids.length === 0) return new Map();
    const rows = await this.em.execute<{ id: string; department_id: string }[]>(
      `select id, department_id from petitions.colleague where active and id = any(?::uuid[])`,
      [`{${ids.join(',')}}`],
    );
    return new Map(rows.map(({ id, department_id }) => [id, department_id]));
  }
}
