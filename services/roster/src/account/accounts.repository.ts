import { isId } from '@everyletter/kit/id';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { OutsideMediator } from '../outside-mediator/outside-mediator.entity.ts';
import { RoleGrant } from '../staff/staff.entity.ts';
import { AccountCard } from './account-card.entity.ts';
import { Invitation } from './invitation.entity.ts';

/** The only door to the cards of accounts of the viewer's institution; made per request. */
export class Accounts {
  readonly cards = new DataLoader<string, AccountCard | null>(async (accountIds) => {
    const found = await this.em.find(AccountCard, { id: { $in: accountIds.filter(isId) } });
    return accountIds.map((id) => found.find((card) => card.id === id) ?? null);
  });

  readonly invitations = new DataLoader<string, Invitation[]>(async (accountIds) => {
    const found = await this.em.find(Invitation, { accountId: { $in: [...accountIds] } });
    return accountIds.map((id) => found.filter(({ accountId }) => accountId === id));
  });

  constructor(private readonly em: EntityManager) {}

  find(accountId: string): Promise<AccountCard | null> {
    return this.cards.load(accountId);
  }

  /** Locked until the transaction ends: whatever is decided of one account is decided one after the other. */
  lock(accountId: string): Promise<AccountCard | null> {
    return this.em.findOne(AccountCard, { id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /** Whether somebody has signed in with it: made with the office, or by an invitation that was taken up. */
  async isInUse({ id: accountId }: AccountCard): Promise<boolean> {
    const invitations = await this.em.find(Invitation, { accountId });
    return invitations.length === 0 || invitations.some(({ redeemedAt }) => redeemedAt);
  }

  /** Those nobody took up hold no longer. */
  async withdrawInvitations(accountId: string, at: Date): Promise<void> {
    const open = await this.em.find(Invitation, { accountId, redeemedAt: null, withdrawnAt: null });
    for (const invitation of open) invitation.withdrawnAt = at;
    this.invitations.clear(accountId);
  }

  /** The account of a lawyer or mediator who was invited before. Rides `role_grant_outside`. */
  async ofOutsidePerson(lawyerId: string | null, mediatorId: string | null): Promise<string | null> {
    const grant = await this.em.findOne(RoleGrant, lawyerId ? { lawyerId } : { mediatorId });
    return grant?.accountId ?? null;
  }

  /** A mediator the mediation service told of. */
  async mediator(id: string | null): Promise<OutsideMediator | null> {
    return id && isId(id) ? this.em.findOne(OutsideMediator, { id }) : null;
  }

  /** Nothing to do for somebody who was never invited. */
  async disable(accountId: string, at: Date): Promise<void> {
    (await this.lock(accountId))?.disable(at);
  }

  async enable(accountId: string): Promise<void> {
    const card = await this.lock(accountId);
    if (card) card.disabled = false;
  }
}
