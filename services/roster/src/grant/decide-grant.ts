import { authorize, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { Role } from '@everyletter/kit/viewer';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { saveStaff } from '../staff/save-staff.ts';
import { RoleGrant, type Staff } from '../staff/staff.entity.ts';
import { canDecideGrant, canRequestGrant, canRevokeGrant } from './grant.policy.ts';
import type { DecideGrantInput, RequestGrantInput, RevokeGrantInput } from './grant.type.ts';
import { GrantRequest } from './grant-request.entity.ts';
import { checkGrant } from './rules/separation.ts';

/** Characters. */
const REASON_MAX = 200;

/** What became of a request, and whom it is about. */
export interface GrantStep {
  readonly request: GrantRequest;
  readonly staff: Staff;
}

/**
 * The person is locked, as at every step about their roles: whatever is asked for and decided at once is so one after
 * the other.
 * @throws NotFound `STAFF_NOT_FOUND`; Forbidden `NOT_ALLOWED`; Invalid of `cleanText`; RuleBroken `STAFF_ALREADY_LEFT`,
 * `GRANT_PENDING` and those of {@link checkGrant}
 */
export async function requestGrant(input: RequestGrantInput, context: Context): Promise<GrantStep> {
  const { people, grants, viewer, now, em } = context;
  const staff = await lockActive(input.staffId, context);
  const accountId = staff.grantedAccountId();
  authorize(canRequestGrant(viewer, accountId));
  const reason = cleanText(input.reason, { field: 'reason', min: 2, max: REASON_MAX });
  checkGrant(await grants.rolesOf(accountId), input.role);
  if (await grants.isPending(accountId, input.role)) throw new RuleBroken('GRANT_PENDING', { field: 'role' });
  const isSecurity = viewer.roles.includes('SECURITY_ADMINISTRATOR');
  const request = em.create(GrantRequest, {
    id: newId(now),
    institutionId: staff.institutionId,
    accountId,
    staffId: staff.id,
    role: input.role,
    reason,
    state: 'PENDING',
    requestedById: viewer.accountId,
    requestedAs: isSecurity ? 'SECURITY_ADMINISTRATOR' : 'SYSTEM_ADMINISTRATOR',
    requestedAt: now,
    version: 1,
  });
  await em.flush();
  await writeDown('REQUEST_GRANT', request, context);
  people.rolesOf.clear(staff.id);
  return { request, staff };
}

/**
 * Holds from the next request of that person on.
 * @throws NotFound `GRANT_REQUEST_NOT_FOUND`; Forbidden `NOT_ALLOWED`; RuleBroken `GRANT_ALREADY_DECIDED`,
 * `STAFF_ALREADY_LEFT` and those of {@link checkGrant}
 */
export async function decideGrant({ id, granted }: DecideGrantInput, context: Context): Promise<GrantStep> {
  const { people, grants, viewer, now, em } = context;
  const asked = await grants.lock(id);
  authorize(canDecideGrant(viewer, asked));
  asked.decide(granted ? 'GRANTED' : 'REFUSED', viewer.accountId, now);
  const staff = await people.changeStaff(asked.staffId, null);
  if (granted) {
    if (!staff.active) throw new RuleBroken('STAFF_ALREADY_LEFT', { field: 'id', leftOn: staff.leftOn ?? null });
    const accountId = staff.grantedAccountId();
    checkGrant(await grants.rolesOf(accountId), asked.role);
    const { institutionId, role } = asked;
    em.create(RoleGrant, { id: newId(now), institutionId, accountId, role, staffId: staff.id });
    await saveStaff(staff, context);
  }
  await writeDown(granted ? 'GRANT_ROLE' : 'REFUSE_GRANT', asked, context);
  people.rolesOf.clear(staff.id);
  return { request: asked, staff };
}

/** At once. @throws NotFound `STAFF_NOT_FOUND`, `GRANT_NOT_FOUND`; Forbidden `NOT_ALLOWED` */
export async function revokeGrant({ staffId, role }: RevokeGrantInput, context: Context): Promise<Staff> {
  const { people, grants, viewer, em } = context;
  const staff = await people.changeStaff(staffId, null);
  authorize(canRevokeGrant(viewer, staff.grantedAccountId()));
  em.remove(await grants.held(staff.grantedAccountId(), role));
  await saveStaff(staff, context);
  await auditChange(context, { action: 'REVOKE_ROLE', subjectType: 'Staff', subjectId: staff.id, facts: { role } });
  people.rolesOf.clear(staff.id);
  return staff;
}

async function lockActive(staffId: string, { people }: Context): Promise<Staff> {
  const staff = await people.changeStaff(staffId, null);
  if (!staff.active) throw new RuleBroken('STAFF_ALREADY_LEFT', { field: 'staffId', leftOn: staff.leftOn ?? null });
  return staff;
}

async function writeDown(action: string, { id, staffId, role }: GrantRequest, context: Context): Promise<void> {
  const facts = { staffId, role: role as Role };
  await auditChange(context, { action, subjectType: 'GrantRequest', subjectId: id, facts });
}
