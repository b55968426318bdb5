import { RuleBroken } from '@everyletter/kit/errors';

/** 三员分立: administrators of the machine, of rights and of the trail. Nobody is two of them, none of them reads letters. */
const ADMINISTRATORS: readonly string[] = ['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'];
/** People from outside come by the invitation of those who work with them. */
const OUTSIDE: readonly string[] = ['DUTY_LAWYER', 'MEDIATOR'];

/**
 * Whether somebody with these roles may be given one more. An administrator holds no other role at all: a role that
 * reads letters would make the separation a matter of clicking.
 * @throws RuleBroken `ROLE_BY_INVITATION`, `ROLE_ALREADY_HELD`, `ADMINISTRATOR_STANDS_ALONE`
 */
export function checkGrant(held: readonly string[], wanted: string): void {
  if (OUTSIDE.includes(wanted)) throw new RuleBroken('ROLE_BY_INVITATION', { field: 'role' });
  if (held.includes(wanted)) throw new RuleBroken('ROLE_ALREADY_HELD', { field: 'role' });
  const involvesAdministrator = [...held, wanted].some((role) => ADMINISTRATORS.includes(role));
  if (involvesAdministrator && held.length > 0) throw new RuleBroken('ADMINISTRATOR_STANDS_ALONE', { field: 'role' });
}

/** Who asked for a grant, and for whom. */
export interface AskedGrant {
  readonly accountId: string;
  readonly requestedById: string;
  readonly requestedAs: string;
}

/**
 * A second person decides, never the one it is for; one of the two is a security administrator, whose business rights
 * are. Source: GB/T 22239 三员分立, read as: the system administrator opens accounts, the security administrator grants.
 */
export function isSecondPerson(
  decider: { readonly accountId: string; readonly roles: readonly string[] },
  { accountId, requestedById, requestedAs }: AskedGrant,
): boolean {
  const isOther = decider.accountId !== requestedById && decider.accountId !== accountId;
  const isSecurity = decider.roles.includes('SECURITY_ADMINISTRATOR');
  const isSystem = decider.roles.includes('SYSTEM_ADMINISTRATOR');
  return isOther && (isSecurity || (isSystem && requestedAs === 'SECURITY_ADMINISTRATOR'));
}
