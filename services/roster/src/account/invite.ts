import { createHash } from 'node:crypto';
import { authorize, Conflict, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { writtenCode } from '@everyletter/kit/written-code';
import { UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { OutsideMediator } from '../outside-mediator/outside-mediator.entity.ts';
import { saveStaff } from '../staff/save-staff.ts';
import { RoleGrant } from '../staff/staff.entity.ts';
import { canInviteOutside, canInviteStaff } from './account.policy.ts';
import type { InviteOutsidePersonInput, InviteStaffInput } from './account.type.ts';
import { AccountCard } from './account-card.entity.ts';
import { Invitation } from './invitation.entity.ts';

/** Groups of five characters in a code: a hundred bits. */
const CODE_GROUPS = 4;
/** An invitation nobody took up is over after so long. */
const GOOD_FOR_MS = 7 * 24 * 60 * 60 * 1000;
const NAME_MAX = 50;
const EMAIL_MAX = 100;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+$/u;

export interface Invited {
  readonly account: AccountCard;
  readonly code: string;
  readonly expiresAt: Date;
}

/**
 * Lets a member of staff sign in; again while nobody has, with a new code. What they may do is granted apart.
 * @throws NotFound `STAFF_NOT_FOUND`; Forbidden `NOT_ALLOWED`; Invalid `EMAIL_INVALID`; RuleBroken `STAFF_ALREADY_LEFT`,
 * `ACCOUNT_IN_USE`; Conflict `EMAIL_TAKEN`
 */
export async function inviteStaff(input: InviteStaffInput, context: Context): Promise<Invited> {
  const { people, viewer } = context;
  authorize(canInviteStaff(viewer));
  const staff = await people.changeStaff(input.staffId, null);
  if (!staff.active) throw new RuleBroken('STAFF_ALREADY_LEFT', { field: 'staffId', leftOn: staff.leftOn ?? null });
  const card = { accountId: staff.grantedAccountId(), displayName: staff.name, email: emailOf(input.email) };
  const invited = await invite(card, context);
  staff.accountId = card.accountId;
  await saveStaff(staff, context);
  return invited;
}

/**
 * Lets a lawyer or a mediator sign in: their role comes with the invitation, and with nothing else.
 * @throws Forbidden `NOT_ALLOWED`; Invalid `OUTSIDE_PERSON_UNCLEAR`, `EMAIL_INVALID` and of `cleanText`;
 * NotFound `MEDIATOR_UNKNOWN`; RuleBroken `ACCOUNT_IN_USE`, `MEDIATOR_DISABLED`; Conflict `EMAIL_TAKEN`
 */
export async function inviteOutsidePerson(input: InviteOutsidePersonInput, context: Context): Promise<Invited> {
  const { accounts, viewer, now, em } = context;
  const { lawyerId = null, mediatorId = null, partnerOrganisationId = null } = input;
  const isLawyer = isGiven(lawyerId) && mediatorId === null && partnerOrganisationId === null;
  const isMediator = lawyerId === null && isGiven(mediatorId) && isGiven(partnerOrganisationId);
  if (!isLawyer && !isMediator) throw new Invalid('OUTSIDE_PERSON_UNCLEAR', { field: 'lawyerId' });
  const [mediator, self] = await Promise.all([accounts.mediator(mediatorId), accounts.mediator(viewer.mediatorId)]);
  const viewerLeads = self?.active === true && self.isAdministrator;
  authorize(canInviteOutside(viewer, { lawyerId, partnerOrganisationId, viewerLeads }));
  if (isMediator) mayComeIn(mediator, partnerOrganisationId);
  const displayName = cleanText(input.displayName, { field: 'displayName', min: 2, max: NAME_MAX });
  const known = await accounts.ofOutsidePerson(lawyerId, mediatorId);
  const accountId = known ?? newId(now);
  const invited = await invite({ accountId, displayName, email: emailOf(input.email) }, context);
  if (!known) {
    const role = isLawyer ? 'DUTY_LAWYER' : 'MEDIATOR';
    const { institutionId } = viewer;
    em.create(RoleGrant, {
      id: newId(now),
      institutionId,
      accountId,
      role,
      lawyerId,
      mediatorId,
      partnerOrganisationId,
    });
  }
  await em.flush();
  return invited;
}

/** The mediation service told of them, as an active mediator of that very partner. */
function mayComeIn(mediator: OutsideMediator | null, partnerOrganisationId: string | null): void {
  if (mediator?.partnerOrganisationId !== partnerOrganisationId)
    throw new NotFound('MEDIATOR_UNKNOWN', { field: 'mediatorId' });
  if (!mediator?.active) throw new RuleBroken('MEDIATOR_DISABLED', { field: 'mediatorId' });
}

interface NewCard {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
}

async function invite({ accountId, displayName, email }: NewCard, context: Context): Promise<Invited> {
  const { accounts, em, viewer, now } = context;
  const { institutionId } = viewer;
  const known = await accounts.lock(accountId);
  if (known && (await accounts.isInUse(known))) throw new RuleBroken('ACCOUNT_IN_USE', { field: 'email' });
  const account = known ?? em.create(AccountCard, { id: accountId, institutionId, displayName, disabled: false });
  account.displayName = displayName;
  account.email = email;
  await flushAddress(context);
  await accounts.withdrawInvitations(accountId, now);
  const code = writtenCode(CODE_GROUPS);
  const expiresAt = new Date(now.getTime() + GOOD_FOR_MS);
  const codeHash = createHash('sha256').update(code).digest('base64url');
  const invitedById = viewer.accountId;
  em.create(Invitation, { id: newId(now), institutionId, accountId, codeHash, invitedById, invitedAt: now, expiresAt });
  await em.flush();
  await auditChange(context, { action: 'INVITE', subjectType: 'Account', subjectId: accountId, facts: {} });
  return { account, code, expiresAt };
}

/** An address signs in to one account of all institutions. */
async function flushAddress({ em }: Context): Promise<void> {
  try {
    await em.flush();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new Conflict('EMAIL_TAKEN', { field: 'email' }, { cause: error });
  }
}

function emailOf(written: string): string {
  const email = cleanText(written, { field: 'email', min: 3, max: EMAIL_MAX }).toLowerCase();
  if (!EMAIL.test(email)) throw new Invalid('EMAIL_INVALID', { field: 'email' });
  return email;
}

function isGiven(id: string | null): id is string {
  return id !== null && isId(id);
}
