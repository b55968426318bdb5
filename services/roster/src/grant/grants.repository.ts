import { NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import type { Role } from '@everyletter/kit/viewer';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { RoleGrant } from '../staff/staff.entity.ts';
import { GrantRequest, type GrantState } from './grant-request.entity.ts';

/** How many requests a page shows. */
const NEWEST = 100;

/** The only door to what is granted and asked for; made per request. */
export class Grants {
  private readonly loader = loadById(this.em, GrantRequest);

  constructor(private readonly em: EntityManager) {}

  find(id: string): Promise<GrantRequest | null> {
    return this.loader.load(id);
  }

  /** Newest first; all states when none is named. */
  newest(state: GrantState | null): Promise<GrantRequest[]> {
    return this.em.find(GrantRequest, state ? { state } : {}, { orderBy: { id: -1 }, limit: NEWEST });
  }

  of(staffId: string): Promise<GrantRequest[]> {
    return this.em.find(GrantRequest, { staffId }, { orderBy: { id: -1 }, limit: NEWEST });
  }

  isPending(accountId: string, role: Role): Promise<boolean> {
    return this.em.count(GrantRequest, { accountId, role, state: 'PENDING' }).then((count) => count > 0);
  }

  /** Locked until the transaction ends. @throws NotFound `GRANT_REQUEST_NOT_FOUND` */
  async lock(id: string): Promise<GrantRequest> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const request = isId(id) ? await this.em.findOne(GrantRequest, { id }, { lockMode }) : null;
    if (!request) throw new NotFound('GRANT_REQUEST_NOT_FOUND', { field: 'id' });
    return request;
  }

  async rolesOf(accountId: string): Promise<Role[]> {
    const held = await this.em.find(RoleGrant, { accountId });
    return held.map(({ role }) => role as Role);
  }

  async held(accountId: string, role: Role): Promise<RoleGrant> {
    const found = await this.em.findOne(RoleGrant, { accountId, role });
    if (!found) throw new NotFound('GRANT_NOT_FOUND', { field: 'role' });
    return found;
  }
}
